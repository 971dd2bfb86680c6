import { z } from "zod";
import { accountId, block, taskId, time } from "./common.ts";
import { taskState } from "./task.ts";

/** GET /v1/live (server-sent events): the event's name is the key, its data the JSON. */
export const liveEvents = {
  block: z.object({ indexedBlock: block, at: time }),
  task: z.object({ taskId, state: taskState }),
  account: z.object({ accountId }),
};

export const liveQuery = z.object({
  accountId: z.coerce
    .number()
    .int()
    .min(0)
    .max(4294967295)
    .optional()
    .meta({ description: "only events about this account" }),
  taskId: taskId.optional().meta({ description: "only events about this task" }),
});

export type LiveEvents = { [K in keyof typeof liveEvents]: z.infer<(typeof liveEvents)[K]> };
