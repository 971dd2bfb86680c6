import { createRoute } from "@hono/zod-openapi";
import { liveQuery } from "@peercommons/sdk/schemas";
import { streamSSE } from "hono/streaming";
import { Problem } from "../../../store/problem.ts";
import { createApi } from "../common/app.ts";
import { indexed } from "../common/clock.ts";
import { type Beat, listen } from "./pulse.ts";

/** Streams one process holds open at once, and how often a quiet one is kept alive. */
const mostStreams = 2_000;
const keepAlive = 15_000;
let streams = 0;

const route = createRoute({
  method: "get",
  path: "/v1/live",
  tags: ["Live"],
  summary: "Live updates as server-sent events: block, task, account",
  request: { query: liveQuery },
  responses: {
    200: {
      description: "An endless stream",
      content: { "text/event-stream": { schema: { type: "string" } } },
    },
  },
});

export const live = createApi();
live.openapi(route, (c) => {
  const { accountId, taskId } = c.req.valid("query");
  if (streams >= mostStreams) {
    throw new Problem(
      503,
      "LiveFull",
      "As many listen here as one process can serve. Ask again in a while, or poll.",
      { retryAfter: 30 },
    );
  }
  c.header("cache-control", "no-store");
  c.header("x-accel-buffering", "no");
  return streamSSE(c, async (stream) => {
    streams++;
    const write = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) });
    const pass = async (beat: Beat) => {
      await write("block", beat.block);
      for (const { accountIds, ...task } of beat.tasks) {
        if (taskId !== undefined && task.taskId !== taskId) continue;
        if (accountId !== undefined && !accountIds.includes(accountId)) continue;
        await write("task", task);
      }
      for (const id of beat.accountIds) {
        if (taskId === undefined && (accountId === undefined || id === accountId))
          await write("account", { accountId: id });
      }
    };
    const stop = listen((beat) => void pass(beat).catch(() => stream.abort()));
    try {
      const now = await indexed();
      await write("block", { indexedBlock: now.block, at: now.at });
      await new Promise<void>((resolve) => {
        const alive = setInterval(() => void stream.write(": alive\n\n"), keepAlive);
        stream.onAbort(() => {
          clearInterval(alive);
          resolve();
        });
      });
    } finally {
      stop();
      streams--;
    }
  });
});
