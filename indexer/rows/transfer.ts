import type { StatementKind } from "@peercommons/sdk/schemas";

/** The ledger accounts that mean something by themselves, lower case. */
export type Roles = { market: string; income: string; clearing: string; gate: string; commons: string };

/**
 * What a move of money was, as far as its two ends tell. Later events of the same transaction may say more: a payment's
 * memo, whether money from the market was a wage or a refund, which part of a bot's income it was (`shareOf`).
 */
export function kindOf(parties: { from: string; to: string }, roles: Roles): StatementKind {
  const { from, to } = parties;
  if (to === roles.market) return "escrow";
  if (to === roles.income) return "epoch";
  if (from === roles.income) return to === roles.commons ? "expired" : "income";
  if (from === roles.gate) return "broughtIn";
  if (to === roles.gate) return "takenOut";
  if (from === roles.clearing || to === roles.clearing) return "invoice";
  if (from === roles.market) return to === roles.commons ? "demurrage" : "wage";
  if (to === roles.commons) return "demurrage";
  return "pay";
}

/** Who a bot's income is for, lower case, and what the commons got of it. */
export type Receivers = {
  payee: string;
  pot: string;
  operator: string;
  commons: string;
  commonsPart: bigint;
};

/**
 * Which part of a bot's income a move was; null when it was none. A payee's demurrage goes to the commons too, ahead of its
 * share: asked backwards from the end of the push, the share comes first.
 */
export function shareOf(
  move: { from: string; to: string; amount: bigint },
  receivers: Receivers,
): StatementKind | null {
  if (move.from !== receivers.payee) return null;
  if (move.to === receivers.pot) return "potShare";
  if (move.to === receivers.operator) return "compute";
  if (move.to !== receivers.commons) return "creatorShare";
  return move.amount === receivers.commonsPart ? "commonsShare" : null;
}
