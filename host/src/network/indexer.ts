import {
  type BotDetail,
  type BotSummary,
  botList,
  bot as botSchema,
  type Content,
  type ContentPut,
  content as contentSchema,
  pageOf,
  problem,
  type TaskDetail,
  type TaskSummary,
  task as taskSchema,
  taskSummary,
} from "@peercommons/sdk/schemas";
import type { z } from "zod";
import { HostError } from "../home.ts";

/** The part of the open API a host uses. Every answer is checked against its schema. */
export type Indexer = {
  openTasks: (skillId: number) => Promise<TaskSummary[]>;
  task: (taskId: bigint) => Promise<TaskDetail>;
  bots: () => Promise<BotSummary[]>;
  bot: (botId: number) => Promise<BotDetail>;
  content: (contentId: string) => Promise<Content>;
  putContent: (contentId: string, body: ContentPut) => Promise<void>;
  /** Calls back on every change of a task; ends with the signal. */
  live: (onTask: (taskId: bigint) => void, signal: AbortSignal) => Promise<void>;
};

const page = pageOf(taskSummary);

export function indexerClient(base: string): Indexer {
  async function get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const response = await request(`${base}${path}`, { signal: AbortSignal.timeout(15_000) });
    return schema.parse(await response.json());
  }
  return {
    async openTasks(skillId) {
      const tasks: TaskSummary[] = [];
      let cursor: string | null = null;
      // bounded: a host looks at the newest five hundred, the rest was seen before
      for (let round = 0; round < 5; round++) {
        const next: { items: TaskSummary[]; nextCursor: string | null } = await get(
          `/v1/tasks?skillId=${skillId}&state=Open&sort=newest&limit=100${cursor === null ? "" : `&cursor=${cursor}`}`,
          page,
        );
        tasks.push(...next.items);
        cursor = next.nextCursor;
        if (cursor === null) break;
      }
      return tasks;
    },
    task: (taskId) => get(`/v1/tasks/${taskId}`, taskSchema),
    bots: async () => (await get("/v1/bots", botList)).items,
    bot: (botId) => get(`/v1/bots/${botId}`, botSchema),
    content: (contentId) => get(`/v1/content/${contentId}`, contentSchema),
    async putContent(contentId, body) {
      await request(`${base}/v1/content/${contentId}`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(15_000),
      });
    },
    async live(onTask, signal) {
      const response = await request(`${base}/v1/live`, { headers: { accept: "text/event-stream" }, signal });
      if (response.body === null) return;
      let buffer = "";
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        buffer += chunk;
        const blocks = buffer.split("\n\n");
        buffer = blocks.pop() ?? "";
        for (const block of blocks) {
          const id = /^event: ?task$/m.test(block) ? /"taskId":"(\d+)"/.exec(block)?.[1] : undefined;
          if (id !== undefined) onTask(BigInt(id));
        }
      }
    },
  };
}

async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted && error instanceof Error && error.name === "AbortError") throw error;
    throw new HostError(
      `The indexer did not answer at ${new URL(url).origin}.`,
      "Check that it runs; the host tries again by itself.",
    );
  }
  if (response.ok) return response;
  const told = problem.safeParse(await response.json().catch(() => undefined));
  throw new HostError(
    told.success ? told.data.detail : `The indexer answered ${response.status} to ${new URL(url).pathname}.`,
    "The host tries again by itself.",
  );
}
