import { type Task, TaskFlags } from "../types.ts";

/** When an open task becomes claimable. Unix seconds. */
export type EligibilityInstants = {
  /** The bots' window ends and the best matched levels may claim. */
  start: number;
  /** Everyone may claim. */
  everyone: number;
  /** First second for each level, 0 to 15. */
  levels: readonly number[];
};

type Terms = Pick<Task, "openedAt" | "deadlineHour" | "lo" | "hi" | "flags" | "tau">;

/**
 * A task's deadline as a unix second.
 * @example
 * deadlineOf({ deadlineHour: 490_000 }) // 1_764_000_000
 */
export const deadlineOf = (task: Pick<Task, "deadlineHour">): number => task.deadlineHour * 3600;

/**
 * Steps of widening between the matched range and a level: one for each level above, two for each below.
 * @example
 * stepsTo({ lo: 3, hi: 4 }, 1) // 4
 */
export function stepsTo(range: { lo: number; hi: number }, level: number): number {
  return Math.max(level - range.hi, 2 * (range.lo - level), 0);
}

/**
 * First unix second at which each level may claim a task that is open now. They are fixed until the task opens again.
 * @example
 * eligibilityInstants(decodeTask(word)).levels[3]
 */
export function eligibilityInstants(task: Terms): EligibilityInstants {
  const deadline = deadlineOf(task);
  const life = Math.max(0, deadline - task.openedAt);
  const tau = task.tau * 300;
  const noBots = (task.flags & (TaskFlags.HUMAN_ONLY | TaskFlags.BOTS_DONE)) !== 0;
  const start = task.openedAt + (noBots ? 0 : Math.min(600, Math.floor(life / 20)));
  const everyone = Math.max(start, Math.min(start + 12 * tau, deadline - Math.floor(life / 4)));
  const floored = (task.flags & TaskFlags.FLOOR) !== 0;
  const levels = Array.from({ length: 16 }, (_, level) =>
    floored && level + 2 < task.lo ? everyone : Math.min(start + stepsTo(task, level) * tau, everyone),
  );
  return { start, everyone, levels };
}

/**
 * First unix second at which a member of the level may claim.
 * @example
 * eligibleAt(task, 3) <= now
 */
export function eligibleAt(task: Terms, level: number): number {
  const instants = eligibilityInstants(task);
  return instants.levels[level] ?? instants.everyone;
}

/**
 * Whether a bot of the task's skill may hand in or decline now: open, bots welcome, a try left, and either still in the bots'
 * window or already open to everyone.
 * @example
 * botMayDeliver(decodeTask(word), Math.floor(Date.now() / 1000))
 */
export function botMayDeliver(task: Terms & Pick<Task, "state" | "botTries">, now: number): boolean {
  if (task.state !== "Open" || task.botTries >= 2 || now >= deadlineOf(task)) return false;
  if ((task.flags & TaskFlags.HUMAN_ONLY) !== 0) return false;
  const { start, everyone } = eligibilityInstants(task);
  return now >= everyone || (now < start && (task.flags & TaskFlags.BOTS_DONE) === 0);
}

/**
 * How many tasks of one skill a member may have claimed or under review at once.
 * @example
 * handLimit(0) // 2
 */
export const handLimit = (level: number): number => 2 + Math.floor(level / 2);
