import type { Task, TaskState } from "@peercommons/sdk";
import { decodeTask, posterOf } from "@peercommons/sdk";
import { deadlineOf, effortClasses, eligibilityInstants, log2Price } from "@peercommons/sdk/matching";

const day = 86_400;

/** The least time to hand in again after a requested revision. */
const revisionHours = 24;

/** How much later a task must have opened to rank above one that pays twice as much, in seconds. */
const secondsPerDoubling = 1_800;

/**
 * The feed's order: when a task opened to people, and half an hour of head start for each doubling of its price. It never changes
 * while the task is open, so it can be indexed.
 */
export function rankOf(peopleAt: number, price: bigint): number {
  return peopleAt + ((log2Price(price) * secondsPerDoubling) >> 8);
}

/** Price of an hour of the work, in base units, rounded down. */
export function perHour(price: bigint, effort: number): bigint {
  const hours = effortClasses[effort]?.hours ?? 1;
  return (price * 4n) / BigInt(hours * 4);
}

/** When the present state ends by itself. */
export function dueAtOf(
  task: Pick<Task, "state" | "changedAt" | "claimHours" | "reviewHours" | "deadlineHour" | "revisions">,
): number {
  const seconds: Record<TaskState, number> = {
    None: 0,
    Open: deadlineOf(task) - task.changedAt,
    Claimed: (task.revisions === 0 ? task.claimHours : Math.max(task.claimHours, revisionHours)) * 3_600,
    Delivered: day,
    Submitted: task.reviewHours * 3_600,
    Rejected: 3 * day,
    Disputed: 7 * day,
  };
  return task.changedAt + seconds[task.state];
}

/** The columns that follow from a task's storage word. Only for words of tasks that are not closed. */
export function taskColumns(word: bigint) {
  const task = decodeTask(word);
  const { start, everyone } = eligibilityInstants(task);
  return {
    word,
    skillId: task.skillId,
    workerId: task.workerId,
    price: task.price,
    perHour: perHour(task.price, task.effort),
    state: task.state as string,
    effort: task.effort,
    band: task.band,
    lo: task.lo,
    hi: task.hi,
    tau: task.tau,
    flags: task.flags,
    botTries: task.botTries,
    revisions: task.revisions,
    claimHours: task.claimHours,
    reviewHours: task.reviewHours,
    openedAt: task.openedAt,
    changedAt: task.changedAt,
    deadlineAt: deadlineOf(task),
    dueAt: dueAtOf(task),
    peopleAt: start,
    everyoneAt: everyone,
    rank: rankOf(start, task.price),
  };
}

/** A task that was just posted. */
export function newTask(parameters: { taskId: bigint; contentId: `0x${string}`; word: bigint; at: number }) {
  return {
    ...taskColumns(parameters.word),
    taskId: parameters.taskId,
    posterId: posterOf(parameters.taskId),
    contentId: parameters.contentId,
    postedAt: parameters.at,
    byBot: false,
  };
}
