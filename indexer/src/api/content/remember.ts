import { db } from "ponder:api";
import { task } from "ponder:schema";
import { parseTaskKey, type TaskKey } from "@peercommons/sdk/content";
import { checkTaskKey } from "@peercommons/sdk/sealing";
import { eq } from "ponder";
import type { Hex } from "viem";
import { documents, privately } from "../../../store/index.ts";
import { Problem } from "../../../store/problem.ts";

/** The words of a task's body, for searching; of a sealed one only the title is known. */
export async function rememberWords(contentId: Hex): Promise<void> {
  const open = await documents.taskBody(contentId);
  if (open.state === "public")
    return privately.putWords(contentId, `${open.value.title} ${open.value.text.slice(0, 4_000)}`);
  const sealed = await documents.sealedTaskBody(contentId);
  if (sealed.state === "public") await privately.putWords(contentId, sealed.value.title);
}

/** The task's key that a body is, or null when it is something else. @throws Problem TaskKeyNotGenuine, TaskMarketUnknownTask */
export async function keyIn(body: Uint8Array): Promise<TaskKey | null> {
  const key = taskKeyOf(body);
  if (key === null) return null;
  const id = BigInt(key.taskId);
  const [row] = id >> 63n === 0n ? await db.select().from(task).where(eq(task.taskId, id)) : [];
  if (row === undefined) {
    throw new Problem(
      404,
      "TaskMarketUnknownTask",
      `There is no task ${key.taskId} for this key. It may not be indexed yet; try again in a moment.`,
    );
  }
  const sealed = await documents.sealedTaskBody(row.contentId);
  if (sealed.state !== "public" || !checkTaskKey({ key, sealed: sealed.value })) {
    throw new Problem(
      403,
      "TaskKeyNotGenuine",
      "This key was not made by somebody who can read the task, so it is not kept. Open the task first, then share it.",
    );
  }
  return key;
}

/** Lists a key with its task. @throws Problem TooManyTaskKeys */
export async function rememberKey({ taskId, accountId }: TaskKey, contentId: Hex): Promise<void> {
  const at = Math.floor(Date.now() / 1_000);
  if (await privately.putTaskKey({ taskId: BigInt(taskId).toString(), accountId, contentId, at })) return;
  throw new Problem(
    409,
    "TooManyTaskKeys",
    "The details of this task were shared as often as is kept. Whoever has them can read them still.",
  );
}

function taskKeyOf(body: Uint8Array): TaskKey | null {
  try {
    return parseTaskKey(body);
  } catch {
    return null;
  }
}
