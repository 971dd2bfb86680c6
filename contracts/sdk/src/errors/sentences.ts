import type { SentenceContext } from "./sentence.ts";
import { clearingSentences } from "./sentences/clearing.ts";
import { botsSentences, splitterSentences } from "./sentences/commons.ts";
import { basicIncomeSentences, creditLinesSentences } from "./sentences/credit.ts";
import { gateSentences, playDollarSentences } from "./sentences/gate.ts";
import { inheritedSentences, soliditySentences } from "./sentences/inherited.ts";
import { ledgerSentences } from "./sentences/ledger.ts";
import { membersSentences } from "./sentences/members.ts";
import { forwarderSentences, sponsorshipSentences, welcomeDeskSentences } from "./sentences/people.ts";
import { levelsSentences, skillsSentences } from "./sentences/skill.ts";
import { taskMarketSentences } from "./sentences/taskMarket.ts";

/**
 * One sentence for every error of every contract.
 * @example
 * Object.keys(sentences).includes("LedgerInsufficient") // true
 */
export const sentences = {
  ...basicIncomeSentences,
  ...botsSentences,
  ...clearingSentences,
  ...creditLinesSentences,
  ...forwarderSentences,
  ...gateSentences,
  ...inheritedSentences,
  ...ledgerSentences,
  ...levelsSentences,
  ...membersSentences,
  ...playDollarSentences,
  ...skillsSentences,
  ...splitterSentences,
  ...sponsorshipSentences,
  ...taskMarketSentences,
  ...welcomeDeskSentences,
};

/** Errors that pass by themselves: the same act may succeed later, unchanged. */
export const retryableErrors: ReadonlySet<string> = new Set([
  "LedgerInsufficient",
  "GateNotReady",
  "GateQuota",
  "LedgerOperatorNotReady",
  "LedgerTooEarly",
  "MembersNotSealed",
  "MembersSeatLive",
  "MembersTooEarly",
  "LevelsTooManyInHand",
  "LevelsBlocked",
  "BasicIncomeNothing",
  "SplitterNothing",
  "SponsorshipTooYoung",
  "SponsorshipMonthlyLimit",
  "SponsorshipNotReturned",
  "SponsorshipMissing",
  "TaskMarketActTooSoon",
  "TaskMarketBotWindow",
  "TaskMarketNotEligible",
  "TaskMarketTooEarly",
  "ForwarderOutOfGas",
  "CheckpointUnorderedInsertion",
  "ERC5805FutureLookup",
]);

/** The sentence of a decoded contract error; null when nobody wrote one. */
export function sentenceOf(
  errorName: string,
  values: Readonly<Record<string, unknown>>,
  context: SentenceContext,
): string | null {
  // Values were decoded by the very ABI the sentence was typed with.
  const table: Readonly<Record<string, unknown>> = { ...sentences, ...soliditySentences };
  const sentence = Object.hasOwn(table, errorName) ? table[errorName] : undefined;
  return typeof sentence === "function" ? String(sentence(values, context)) : null;
}
