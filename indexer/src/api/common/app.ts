import { OpenAPIHono } from "@hono/zod-openapi";
import { problem } from "@peercommons/sdk/schemas";
import type { Context } from "hono";
import { Problem, problemBody } from "../../../store/problem.ts";

/** A group of routes. Input that does not fit its schema is refused with the schema's own sentence. */
export function createApi(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const issue = result.error.issues[0];
      const where = issue?.path.join(".") || "the request";
      throw new Problem(
        400,
        "BadRequest",
        `${where} cannot be used: ${issue?.message ?? "wrong"}. Correct it and ask again.`,
      );
    },
  });
}

/** Every refusal as problem+json; what nobody foresaw as a 500 that gives nothing away. */
export function answerProblem(error: Error, c: Context): Response {
  const known = error instanceof Problem ? error : foreseen(error);
  if (known.status >= 500)
    console.error(
      JSON.stringify({ level: "error", path: c.req.path, code: known.code, error: String(error) }),
    );
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  };
  // What was not read of a body that is too large still lies in the connection: nobody can use that again.
  if (known.status === 413) headers.connection = "close";
  if (known.retryAfter !== undefined) headers["retry-after"] = String(known.retryAfter);
  return new Response(JSON.stringify(problemBody(known)), { status: known.status, headers });
}

function foreseen(error: Error): Problem {
  if ("status" in error && typeof error.status === "number" && error.status < 500) {
    const sentence =
      error.status === 400 ? "The request's JSON cannot be read. Correct it and ask again." : error.message;
    return new Problem(error.status, "BadRequest", sentence);
  }
  if (/connect|terminat|closed|ECONN|timeout/i.test(error.message)) {
    return new Problem(
      503,
      "DatabaseAway",
      "The database does not answer now. Nothing was changed; try again in a moment.",
      {
        retryAfter: 2,
      },
    );
  }
  return new Problem(
    500,
    "Unexpected",
    "Something broke that nobody foresaw. Nothing was changed; try again, and report it if it stays.",
  );
}

/** What a route may answer, for its OpenAPI description. */
export const answers = <T>(schema: T, description: string) => ({
  200: { content: { "application/json": { schema } }, description },
  default: {
    content: { "application/problem+json": { schema: problem } },
    description: "A refusal, with a sentence",
  },
});

export const json = <T>(schema: T) => ({ required: true, content: { "application/json": { schema } } });
