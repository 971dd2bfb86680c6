import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { type Deployment, dayOf } from "@peercommons/sdk";
import {
  address,
  hash,
  problem,
  type Relayed,
  relayActPost,
  relayed,
  relayNext,
  relayNonce,
  relayPost,
  relayQuota,
} from "@peercommons/sdk/schemas";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import type { Address } from "viem";
import { Problem, problemBody } from "../store/problem.ts";
import { isPost } from "./acts.ts";
import { hexOf, keyOf, type RelayerChain } from "./chain.ts";
import type { RelayerConfig } from "./config.ts";
import type { intakeOf } from "./intake.ts";
import type { Metrics } from "./metrics.ts";
import type { Queue, Queued } from "./queue.ts";
import { quotaOf } from "./quota.ts";

type ApiParts = {
  deployment: Deployment;
  chain: RelayerChain;
  config: RelayerConfig;
  queue: Queue;
  intake: ReturnType<typeof intakeOf>;
  metrics: Metrics;
  /** Null when all is well, else why nothing is sent. */
  trouble: () => Promise<string | null>;
  poke: () => void;
};

const answers = <T>(schema: T, description: string, status: 200 | 202 = 200) => ({
  [status]: { content: { "application/json": { schema } }, description },
  default: {
    content: { "application/problem+json": { schema: problem } },
    description: "A refusal, with a sentence",
  },
});

const largestRequest = 64 * 1_024;

/** The relayer's routes. */
export function relayerApi({
  deployment,
  chain,
  config,
  queue,
  intake,
  metrics,
  trouble,
  poke,
}: ApiParts): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const issue = result.error.issues[0];
      throw new Problem(
        400,
        "BadRequest",
        `${issue?.path.join(".") || "the request"} cannot be used: ${issue?.message ?? "wrong"}. Correct it and send it again.`,
      );
    },
  });
  app.use("*", cors({ origin: "*", exposeHeaders: ["retry-after"] }));
  app.use("*", async (c, next) => {
    await next();
    c.header("x-content-type-options", "nosniff");
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
  });
  const tooLarge = () =>
    new Problem(
      413,
      "RelayerDataTooLarge",
      "The request is larger than any call of this town. Put long texts into the content store.",
    );
  app.use("/v1/*", bodyLimit({ maxSize: largestRequest, onError: () => Promise.reject(tooLarge()) }));

  async function taken(taking: Promise<Queued>): Promise<Relayed> {
    try {
      const entry = await taking;
      metrics.taken.inc();
      poke();
      return relayedOf(entry);
    } catch (error) {
      if (error instanceof Problem) metrics.refused.inc({ code: error.code });
      throw error;
    }
  }

  app.openapi(
    createRoute({
      method: "post",
      path: "/v1/relay",
      summary: "Send a signed call",
      request: { body: { required: true, content: { "application/json": { schema: relayPost } } } },
      responses: answers(relayed, "Taken in", 202),
    }),
    async (c) => c.json(await taken(intake.take(c.req.valid("json"))), 202),
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/v1/relay/acts",
      summary: "Send a signed act on a task",
      description:
        "Posts, claims, submissions, accepts and bots' deliveries that the task market takes signed (ISignedActs). Many go into one transaction; each costs a fraction of a forwarded call.",
      request: { body: { required: true, content: { "application/json": { schema: relayActPost } } } },
      responses: answers(relayed, "Taken in", 202),
    }),
    async (c) => c.json(await taken(intake.takeAct(c.req.valid("json"))), 202),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/relay/{id}",
      summary: "What became of a request",
      request: { params: z.object({ id: hash }) },
      responses: answers(relayed, "The request"),
    }),
    (c) => {
      const { id } = c.req.valid("param");
      const entry = queue.find(id);
      if (entry === null) {
        throw new Problem(
          404,
          "RelayerUnknownRequest",
          `No request ${id} was taken in here. If it was refused, it cost nothing; send it again or look at the chain.`,
        );
      }
      return c.json(relayedOf(entry), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/relay/quota/{address}",
      summary: "What an account may still have relayed today",
      request: { params: z.object({ address }) },
      responses: answers(relayQuota, "The quota"),
    }),
    async (c) => {
      const owner = hexOf(c.req.valid("param").address) as Address;
      const today = dayOf((await chain.head()).at);
      const who = await chain.signer(owner, today);
      return c.json(quotaOf({ queue, config, who, today, address: owner }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/nonce/{address}",
      summary: "The next nonce, those that wait here counted",
      request: {
        params: z.object({ address }),
        query: z.object({
          key: z
            .string()
            .regex(/^\d{1,58}$/, "key is a whole number of at most 192 bits")
            .default("0"),
        }),
      },
      responses: answers(relayNonce, "The nonce"),
    }),
    async (c) => {
      const owner = hexOf(c.req.valid("param").address) as Address;
      const key = BigInt(c.req.valid("query").key);
      if (key >> 192n !== 0n)
        throw new Problem(400, "BadRequest", "key does not fit 192 bits. Use a smaller one.");
      const next = await chain.nonce(owner, key);
      const waiting = queue
        .pendingOf(owner)
        .filter((entry) => entry.form === "call" && keyOf(entry.request.nonce) === key);
      const nonce = waiting.reduce((n, { request }) => (request.nonce >= n ? request.nonce + 1n : n), next);
      return c.json({ address: owner, key: key.toString(), nonce: nonce.toString() }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/relay/next/{address}",
      summary: "The id of the account's next post, those that wait here counted",
      request: { params: z.object({ address }) },
      responses: answers(relayNext, "The task's id"),
    }),
    async (c) => {
      const owner = hexOf(c.req.valid("param").address) as Address;
      const { accountId } = await chain.signer(owner, dayOf((await chain.head()).at));
      if (accountId === 0) {
        throw new Problem(
          404,
          "RelayerNotMember",
          `${owner} owns no account of this town, so it posts nothing. Join first.`,
        );
      }
      const next = await chain.nextTask(accountId, owner);
      const posts = queue
        .pendingOf(owner)
        .filter(({ form, request }) => form === "act" && isPost(request.data));
      const taskId = posts.reduce((n, { request }) => (request.nonce >= n ? request.nonce + 1n : n), next);
      return c.json({ address: owner, taskId: taskId.toString() }, 200);
    },
  );

  app.doc31("/openapi.json", { openapi: "3.1.0", info: { title: "PeerCommons relayer", version: "1.0.0" } });
  app.get("/health", (c) => c.json({ ok: true, deploymentId: deployment.deploymentId }));
  app.get("/ready", async (c) => {
    const why = await trouble();
    if (why !== null) throw new Problem(503, "RelayerNotReady", why, { retryAfter: 5 });
    return c.json({ ok: true });
  });
  app.get("/metrics", async (c) =>
    c.text(await metrics.text(), 200, { "content-type": metrics.contentType }),
  );
  app.all("*", (c) => {
    throw new Problem(
      404,
      "RouteUnknown",
      `There is nothing at ${c.req.path.slice(0, 200)}. See /openapi.json for what there is.`,
    );
  });
  app.onError((error) => {
    const known = error instanceof Problem ? error : foreseen(error);
    const headers: Record<string, string> = {
      "content-type": "application/problem+json",
      "access-control-allow-origin": "*",
    };
    if (known.status === 413) headers.connection = "close";
    if (known.retryAfter !== undefined) headers["retry-after"] = String(known.retryAfter);
    return new Response(JSON.stringify(problemBody(known)), { status: known.status, headers });
  });
  return app;
}

function foreseen(error: Error): Problem {
  if ("status" in error && error.status === 400) {
    return new Problem(400, "BadRequest", "The request's JSON cannot be read. Correct it and send it again.");
  }
  const away = /HttpRequestError|TimeoutError|fetch failed|RpcRequestError/.test(
    `${error.name} ${error.message}`,
  );
  if (away)
    return new Problem(
      503,
      "ChainAway",
      "The chain does not answer now. Nothing was sent; try again in a moment.",
      { retryAfter: 3 },
    );
  console.error(JSON.stringify({ level: "error", service: "relayer", error: error.message.split("\n")[0] }));
  return new Problem(
    500,
    "Unexpected",
    "Something broke that nobody foresaw. Ask for the request's state before you send it again.",
  );
}

function relayedOf(entry: Queued): Relayed {
  return {
    id: entry.id,
    status: entry.status,
    ...(entry.tx === null ? {} : { tx: entry.tx }),
    ...(entry.block === null ? {} : { block: entry.block }),
    ...(entry.error === null ? {} : { error: entry.error }),
    receivedAt: entry.receivedAt,
  };
}
