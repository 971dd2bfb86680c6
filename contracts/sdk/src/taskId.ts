import type { AccountId, TaskId } from "./types.ts";

/**
 * The id of a poster's n-th task. `counter` starts at 0: it is the ledger account's `locks` before the post.
 * @example
 * taskIdOf(7, 0) // 30064771072n
 */
export function taskIdOf(posterId: AccountId, counter: number): TaskId {
  return (BigInt(posterId) << 32n) | BigInt(counter);
}

/**
 * The poster in a task's id.
 * @example
 * posterOf(30064771072n) // 7
 */
export function posterOf(taskId: TaskId): AccountId {
  return Number(taskId >> 32n);
}
