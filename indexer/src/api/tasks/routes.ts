import { createRoute, z } from "@hono/zod-openapi";
import { pageOf, task, taskId, taskQuery, taskSummary } from "@peercommons/sdk/schemas";
import { answers, createApi } from "../common/app.ts";
import { indexed } from "../common/clock.ts";
import { taskDetail } from "./detail.ts";
import { listTasks } from "./list.ts";

const tags = ["Tasks"];

const list = createRoute({
  method: "get",
  path: "/v1/tasks",
  tags,
  summary: "Tasks by filters",
  request: { query: taskQuery },
  responses: answers(pageOf(taskSummary), "A page of tasks"),
});

const detail = createRoute({
  method: "get",
  path: "/v1/tasks/{taskId}",
  tags,
  summary: "One task with its body and timeline",
  request: { params: z.object({ taskId }) },
  responses: answers(task, "The task"),
});

export const tasks = createApi()
  .openapi(list, async (c) => c.json(await listTasks(c.req.valid("query"), (await indexed()).at), 200))
  .openapi(detail, async (c) => {
    const id = BigInt(c.req.valid("param").taskId);
    return c.json(await taskDetail(id >> 63n === 0n ? id : 0n, (await indexed()).at), 200);
  });
