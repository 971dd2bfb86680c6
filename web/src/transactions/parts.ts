import { accountRef, hash } from "@peercommons/sdk/schemas";
import type { Hex } from "viem";
import { z } from "zod";
import type { Tools } from "./types";

/** A document on its way to the content store. `put` is emptied once it lies there, so that records stay small. */
export const contentPart = z.object({
  contentId: hash,
  salt: z.string(),
  put: z.object({ body: z.string(), encoding: z.enum(["utf8", "base64"]) }).nullable(),
});
export type ContentPart = z.infer<typeof contentPart>;

/** What most acts on a task need to know: which one, how it is called, when it last changed (the wish is about that state). */
export const taskPart = z.object({
  taskId: z.string(),
  title: z.string(),
  price: z.string(),
  changedAt: z.int(),
  poster: accountRef,
  worker: accountRef.nullable(),
});
export type TaskPart = z.infer<typeof taskPart>;

/** What a signed act says of the task: the state it is for. */
export const seen = (task: TaskPart) => ({ taskId: BigInt(task.taskId), since: task.changedAt });

export async function store(content: ContentPart, tools: Tools): Promise<ContentPart> {
  if (content.put === null) return content;
  await tools.storeContent({
    ...content.put,
    contentId: content.contentId as Hex,
    salt: content.salt as Hex,
  });
  return { ...content, put: null };
}

export const taskKeys = (taskId: string): (readonly unknown[])[] => [
  ["task", taskId],
  ["tasks"],
  ["feed"],
  ["skills"],
];
export const taskHref = (taskId: string): string => `/tasks/${taskId}`;
