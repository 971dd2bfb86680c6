import { db } from "ponder:api";
import { account } from "ponder:schema";
import { createRoute, z } from "@hono/zod-openapi";
import { sessionTypedData } from "@peercommons/sdk";
import {
  draft,
  draftKey,
  draftList,
  draftPut,
  maxDraftLength,
  pass,
  passList,
  session,
  sessionRequest,
} from "@peercommons/sdk/schemas";
import { eq } from "ponder";
import { type Address, getAddress, type Hex } from "viem";
import { privately } from "../../../store/index.ts";
import { Problem } from "../../../store/problem.ts";
import { chain, deployment } from "../../../town.ts";
import { answers, createApi, json } from "../common/app.ts";
import { indexed } from "../common/clock.ts";
import { issueToken, requireSession, sessionSeconds } from "./token.ts";

/** How far a signature's time may lie from now, in seconds. */
const leeway = 600;
const tags = ["Private"];
const wall = () => Math.floor(Date.now() / 1_000);
const done = { 204: { description: "Done" } };

export const sessions = createApi()
  .openapi(
    createRoute({
      method: "post",
      path: "/v1/sessions",
      tags,
      summary: "Sign in with a typed signature",
      request: { body: json(sessionRequest) },
      responses: answers(session, "A bearer token for thirty days"),
    }),
    async (c) => {
      const asked = c.req.valid("json");
      await checkSignature(asked as typeof asked & { account: Address; deploymentId: Hex; signature: Hex });
      const address = asked.account.toLowerCase() as Address;
      const [row] = await db
        .select({ accountId: account.accountId })
        .from(account)
        .where(eq(account.owner, address));
      const expiresAt = wall() + sessionSeconds;
      c.header("cache-control", "no-store");
      return c.json(
        {
          token: issueToken(address, expiresAt),
          account: address,
          accountId: row?.accountId ?? null,
          expiresAt,
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/passes",
      tags,
      summary: "Tasks passed",
      responses: answers(passList, "The passes"),
    }),
    async (c) => c.json({ items: await privately.passes(requireSession(c)) }, 200),
  )
  .openapi(
    createRoute({
      method: "post",
      path: "/v1/passes",
      tags,
      summary: "Pass a task",
      request: { body: json(pass) },
      responses: done,
    }),
    async (c) => {
      const { taskId } = c.req.valid("json");
      if (BigInt(taskId) >> 63n !== 0n)
        throw new Problem(404, "TaskMarketUnknownTask", `There is no task ${taskId}. Look at its number.`);
      if (!(await privately.addPass(requireSession(c), BigInt(taskId).toString(), wall()))) {
        throw new Problem(
          409,
          "PassesFull",
          "You have passed more tasks than are kept. Take some back first.",
        );
      }
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/v1/passes",
      tags,
      summary: "Take a pass back",
      request: { body: json(pass) },
      responses: done,
    }),
    async (c) => {
      await privately.removePass(requireSession(c), BigInt(c.req.valid("json").taskId).toString());
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/drafts",
      tags,
      summary: "Drafts by key",
      responses: answers(draftList, "The drafts"),
    }),
    async (c) => c.json({ items: await privately.drafts(requireSession(c)) }, 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/drafts/{key}",
      tags,
      summary: "A draft",
      request: { params: z.object({ key: draftKey }) },
      responses: answers(draft, "The draft"),
    }),
    async (c) => {
      const { key } = c.req.valid("param");
      const found = await privately.draft(requireSession(c), key);
      if (found === null)
        throw new Problem(
          404,
          "DraftUnknown",
          `There is no draft ${key}. It may have been removed on another device.`,
        );
      return c.json({ ...found, value: JSON.parse(found.value) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "put",
      path: "/v1/drafts/{key}",
      tags,
      summary: "Keep a draft",
      request: { params: z.object({ key: draftKey }), body: json(draftPut) },
      responses: done,
    }),
    async (c) => {
      const account = requireSession(c);
      const value = JSON.stringify(c.req.valid("json").value);
      if (value.length > maxDraftLength) {
        throw new Problem(
          413,
          "DraftTooLarge",
          `The draft has ${value.length} characters, and at most ${maxDraftLength} are kept. Shorten it.`,
        );
      }
      if (!(await privately.putDraft(account, c.req.valid("param").key, value, wall()))) {
        throw new Problem(
          409,
          "DraftsFull",
          "There are as many drafts as are kept for one account. Remove one first.",
        );
      }
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: "delete",
      path: "/v1/drafts/{key}",
      tags,
      summary: "Remove a draft",
      request: { params: z.object({ key: draftKey }) },
      responses: done,
    }),
    async (c) => {
      await privately.removeDraft(requireSession(c), c.req.valid("param").key);
      return c.body(null, 204);
    },
  );

/** @throws Problem DeploymentOther, SessionStale, SessionBadSignature */
async function checkSignature(asked: {
  account: Address;
  deploymentId: Hex;
  issuedAt: number;
  signature: Hex;
}): Promise<void> {
  if (asked.deploymentId.toLowerCase() !== deployment.deploymentId.toLowerCase()) {
    throw new Problem(
      409,
      "DeploymentOther",
      "This was signed for another town. Reload the page, which then takes this town's deployment.",
    );
  }
  // People sign by their own clock; a local chain may run ahead of it or behind.
  const near = (time: number) => Math.abs(time - asked.issuedAt) <= leeway;
  if (!near(wall()) && !near((await indexed()).at)) {
    throw new Problem(
      401,
      "SessionStale",
      "The signature's time is more than ten minutes off. Set this device's clock right and sign again.",
    );
  }
  const typed = sessionTypedData(deployment, {
    account: getAddress(asked.account),
    issuedAt: asked.issuedAt,
  });
  const good = await chain
    .verifyTypedData({ ...typed, address: asked.account, signature: asked.signature })
    .catch(() => false);
  if (!good)
    throw new Problem(
      401,
      "SessionBadSignature",
      `The signature is not by ${asked.account}. Sign with that account's wallet.`,
    );
}
