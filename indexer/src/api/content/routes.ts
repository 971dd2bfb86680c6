import { createRoute, z } from "@hono/zod-openapi";
import { maxContentBytes, saltHashOf } from "@peercommons/sdk/content";
import { content, contentPut, contentStored, hash } from "@peercommons/sdk/schemas";
import { bodyLimit } from "hono/body-limit";
import type { Hex } from "viem";
import { contents } from "../../../store/index.ts";
import { Problem } from "../../../store/problem.ts";
import { answers, createApi, json } from "../common/app.ts";
import { limiter } from "../common/limiter.ts";
import { keyIn, rememberKey, rememberWords } from "./remember.ts";

const tags = ["Content"];
const params = z.object({ contentId: hash });

/** JSON of the largest body as base64, with its salt around it. */
const maxRequestBytes = Math.ceil(maxContentBytes * 1.5) + 2_048;

const tooLarge = () =>
  new Problem(
    413,
    "ContentTooLarge",
    `A body may have at most ${maxContentBytes} bytes. Shorten it, or link to the large part.`,
  );

const routes = createApi();
routes.use(
  "/v1/content/*",
  bodyLimit({ maxSize: maxRequestBytes, onError: () => Promise.reject(tooLarge()) }),
);

export const contentRoutes = routes
  .openapi(
    createRoute({
      method: "put",
      path: "/v1/content/{contentId}",
      tags,
      summary: "Store a body under its content id",
      description:
        "contentId = keccak256(keccak256(body), keccak256(salt)). A body that does not match is refused. A TaskKey is listed with its task, and refused when nobody who can read that task made it.",
      request: { params, body: json(contentPut) },
      responses: answers(contentStored, "Stored"),
    }),
    async (c) => {
      limiter.take(c, "content", 1_200);
      const contentId = c.req.valid("param").contentId.toLowerCase() as Hex;
      const put = c.req.valid("json");
      const body = bytesOf(put);
      if (body.length > maxContentBytes) throw tooLarge();
      const key = await keyIn(body);
      await contents.put(contentId, { body, saltHash: saltHashOf(put.salt as Hex) });
      if (key !== null) await rememberKey(key, contentId);
      else await rememberWords(contentId);
      return c.json({ contentId, bytes: body.length }, 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/content/{contentId}",
      tags,
      summary: "A stored body",
      description: "Always JSON around the body as a string; nothing a browser would run.",
      request: { params },
      responses: answers(content, "The body, checked against its id"),
    }),
    async (c) => {
      const contentId = c.req.valid("param").contentId.toLowerCase() as Hex;
      const stored = await contents.get(contentId);
      if (stored === null) {
        throw new Problem(
          404,
          "ContentUnknown",
          `Nothing is stored under ${contentId} here. Whoever made it has to store it first.`,
        );
      }
      const text = textOf(stored.body);
      c.header("cache-control", "public, max-age=31536000, immutable");
      return c.json(
        {
          contentId,
          body: text ?? Buffer.from(stored.body).toString("base64"),
          encoding: text === null ? ("base64" as const) : ("utf8" as const),
          saltHash: stored.saltHash,
          mediaType: mediaTypeOf(text),
          bytes: stored.body.length,
        },
        200,
      );
    },
  );

function bytesOf(put: { body: string; encoding: "utf8" | "base64" }): Uint8Array {
  if (put.encoding === "utf8") return new TextEncoder().encode(put.body);
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(put.body) || put.body.length % 4 !== 0) {
    throw new Problem(
      400,
      "BadRequest",
      "body is not base64. Encode the bytes again, or send text with encoding utf8.",
    );
  }
  return new Uint8Array(Buffer.from(put.body, "base64"));
}

function textOf(body: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

/** Only three types, none of which a browser runs. */
function mediaTypeOf(text: string | null): "application/json" | "text/plain" | "application/octet-stream" {
  if (text === null) return "application/octet-stream";
  try {
    JSON.parse(text);
    return "application/json";
  } catch {
    return "text/plain";
  }
}
