import type { StatementKind } from "@peercommons/sdk/schemas";

/** The ledger accounts that mean something by themselves, lower case. */
export type Roles = { market: string; income: string; splitter: string; commons: string };

/**
 * What a move of money was, as far as its two ends tell. Later events of the same transaction may say more: a payment's
 * memo, whether money from the market was a wage or a refund, which part of a bot's income it was.
 */
export function kindOf(parties: { from: string; to: string }, roles: Roles): StatementKind {
  const { from, to } = parties;
  if (to === roles.market) return "escrow";
  if (to === roles.splitter) return "botIncome";
  if (to === roles.income) return "epoch";
  if (from === roles.income) return to === roles.commons ? "expired" : "income";
  if (from === roles.splitter) return to === roles.commons ? "commonsShare" : "creatorShare";
  if (from === roles.market) return to === roles.commons ? "demurrage" : "wage";
  if (to === roles.commons) return "demurrage";
  return "pay";
}
