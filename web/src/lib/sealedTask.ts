import { PeerCommonsError } from "@peercommons/sdk";
import {
  encodeTaskKey,
  packContent,
  parseSealedTaskBody,
  parseTaskKey,
  type TaskBody,
} from "@peercommons/sdk/content";
import type { TaskDetail } from "@peercommons/sdk/schemas";
import {
  makeTaskKey,
  openTaskBody,
  openTaskKey,
  type SealingKeys,
  taskContentKey,
} from "@peercommons/sdk/sealing";
import type { Hex } from "viem";
import { readContent, type Source, storePacked } from "./contents";

/** The contents that hold a sealed task's key for an account, newest first. */
export const keysFor = (task: TaskDetail, accountId: number | undefined): string[] =>
  task.keys.flatMap((key) => (key.accountId === accountId ? [key.contentId] : []));

/** Whether the worker of a claimed, sealed task still waits for its details. */
export const awaitsDetails = (task: TaskDetail): boolean =>
  task.state === "Claimed" &&
  task.bodyState === "sealed" &&
  task.worker !== null &&
  keysFor(task, task.worker.accountId).length === 0;

/** Reads a sealed task as its poster, or as somebody it was shared with. */
export async function readSealedTask(
  source: Source,
  task: TaskDetail,
  me: { accountId: number; keys: SealingKeys },
): Promise<TaskBody> {
  const { body, saltHash } = await readContent(source, task.contentId);
  const sealed = parseSealedTaskBody(body);
  const { privateKey } = me.keys;
  if (me.accountId === task.poster.accountId)
    return openTaskBody({ sealed, contentKey: taskContentKey({ privateKey, saltHash }) });
  let problem: unknown;
  for (const id of keysFor(task, me.accountId)) {
    try {
      const key = parseTaskKey((await readContent(source, id)).body);
      return openTaskBody({ sealed, contentKey: openTaskKey({ key, privateKey }) });
    } catch (error) {
      problem = error;
    }
  }
  throw (
    problem ??
    new PeerCommonsError({
      code: "NotShared",
      message:
        "The details have not been shared with you. The poster does that once you have claimed the task.",
    })
  );
}

/** Hands a sealed task's key to its worker. Only the poster's own keys can make it. */
export async function shareSealedTask(
  source: Source,
  indexerUrl: string,
  task: TaskDetail,
  { privateKey }: SealingKeys,
): Promise<void> {
  if (task.worker === null || task.workerSealingKey === null) {
    throw new PeerCommonsError({
      code: "SealingBadKey",
      message: `${task.worker?.name ?? "The worker"} has set no sealing key, so nothing can be sealed to them. They can set one in their settings.`,
    });
  }
  const { body, saltHash } = await readContent(source, task.contentId);
  const contentKey = taskContentKey({ privateKey, saltHash });
  // With another wallet's key it would not open, and the worker would get a key to nothing.
  openTaskBody({ sealed: parseSealedTaskBody(body), contentKey });
  const key = makeTaskKey({
    taskId: BigInt(task.taskId),
    accountId: task.worker.accountId,
    recipientPublicKey: task.workerSealingKey as Hex,
    contentKey,
  });
  await storePacked(indexerUrl, packContent(encodeTaskKey(key)));
}
