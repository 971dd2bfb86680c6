import { type Task, TaskFlags } from "../types.ts";
import { eligibilityInstants, stepsTo } from "./eligibility.ts";

/** How a member came to see a task; the words of the feed. */
export type MatchKind = "matched" | "widened" | "everyone" | "soon";

/** A member's relation to an open task. Times in unix seconds. */
export type Match = {
  kind: MatchKind;
  level: number;
  lo: number;
  hi: number;
  band: number;
  eligibleAt: number;
  steps: number;
};

/**
 * How a member of the level stands to a task that is open now.
 * @example
 * matchOf({ task: decodeTask(word), level: 3, now }).kind // "matched"
 */
export function matchOf(parameters: { task: Task; level: number; now: number }): Match {
  const { task, level, now } = parameters;
  const instants = eligibilityInstants(task);
  const eligibleAt = instants.levels[level] ?? instants.everyone;
  const steps = stepsTo(task, level);
  const kind: MatchKind =
    now < eligibleAt ? "soon" : steps === 0 ? "matched" : now >= instants.everyone ? "everyone" : "widened";
  return { kind, level, lo: task.lo, hi: task.hi, band: task.band, eligibleAt, steps };
}

/**
 * Why this one: a sentence for people. `symbol` is the word after the #.
 * @example
 * explainMatch({ match, symbol: "logo", now }) // "Your level 3 in #logo fits 2 to 4 for this price."
 */
export function explainMatch(parameters: {
  match: Match;
  symbol: string;
  now: number;
  flags?: number;
}): string {
  const { match, symbol, now } = parameters;
  const wanted = `${levels(match.lo, match.hi)} for this price`;
  const mine = `Your level ${match.level} in #${symbol}`;
  switch (match.kind) {
    case "matched":
      if (match.lo === 0 && match.hi === 15) return `#${symbol} has few members yet, so everyone is matched.`;
      return `${mine} fits ${wanted}.`;
    case "widened":
      return match.level > match.hi
        ? `${mine} is above ${wanted}; it has waited long enough to reach you.`
        : `${mine} is below ${wanted}; it has waited long enough to give you the chance.`;
    case "everyone":
      return `It was meant for ${wanted}, and is open to everyone now.`;
    case "soon": {
      const bots =
        ((parameters.flags ?? 0) & (TaskFlags.HUMAN_ONLY | TaskFlags.BOTS_DONE)) === 0 && match.steps === 0;
      const wait = minutes(match.eligibleAt - now);
      return bots
        ? `${mine} fits ${wanted}. Bots try first; yours in ${wait}.`
        : `It reaches your level ${match.level} in #${symbol} in ${wait}.`;
    }
  }
}

const levels = (lo: number, hi: number): string => (lo === hi ? `level ${lo}` : `${lo} to ${hi}`);

function minutes(seconds: number): string {
  const count = Math.max(1, Math.ceil(seconds / 60));
  if (count < 120) return count === 1 ? "a minute" : `${count} minutes`;
  return `${Math.round(count / 60)} hours`;
}
