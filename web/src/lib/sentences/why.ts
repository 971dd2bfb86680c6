import { explainMatch, TaskFlags } from "@peercommons/sdk";
import type { FeedWhy, TaskSummary } from "@peercommons/sdk/schemas";

/** Why a task is in this feed, in the words that every client of the town uses. */
export function whySentence(why: FeedWhy, task: TaskSummary, now: number): string {
  if (why.level === null) return openMarket(why);
  const flags =
    (task.flags.humanOnly ? TaskFlags.HUMAN_ONLY : 0) | (task.flags.botsDone ? TaskFlags.BOTS_DONE : 0);
  return explainMatch({ match: { ...why, level: why.level }, symbol: task.skill.symbol, now, flags });
}

function openMarket(why: FeedWhy): string {
  if (why.kind === "everyone" || (why.lo === 0 && why.hi === 15)) return "Open to everyone.";
  if (why.lo === 0) return "Open to beginners.";
  return why.lo === why.hi
    ? `For level ${why.lo} first, then for more.`
    : `For levels ${why.lo} to ${why.hi} first, then for more.`;
}
