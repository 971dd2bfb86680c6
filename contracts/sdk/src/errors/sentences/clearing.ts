import type { clearingAbi } from "../../abi.ts";
import { formatPeer } from "../../format.ts";
import type { SentencesOf } from "../sentence.ts";
import { notYours, when } from "../words.ts";

/** Sentences of `Clearing`'s errors. */
export const clearingSentences = {
  ClearingExpired: ({ deadline }, { now }) =>
    `This invoice could be accepted until ${when(deadline, now)}. Ask for a new one.`,
  ClearingBadSignature: ({ accountId }) =>
    `Account ${accountId} has not signed this invoice, or signed other terms. Ask it to sign again.`,
  ClearingNumberUsed: ({ obligationId }) =>
    `Invoice number ${obligationId & 0xffff_ffffn} of account ${obligationId >> 32n} has been used or struck out. Write a new invoice.`,
  ClearingSelf: ({ accountId }) =>
    `Account ${accountId} would owe itself. An invoice is between two accounts; choose another one.`,
  ClearingZeroAmount: () => "An amount of 0 clears nothing. Enter more, or leave the invoice out.",
  ClearingUnknownAccount: ({ accountId }) => `There is no account ${accountId}. Check the number.`,
  ClearingNotOwner: ({ accountId, caller }) => notYours(caller, `the owner of account ${accountId}`),
  ClearingExceeds: ({ remaining, amount }) =>
    `${formatPeer(amount, { unit: true })} was asked of an invoice of which ${formatPeer(remaining, { unit: true })} is left. Somebody was quicker, or the number is wrong; look again.`,
  ClearingUnbalanced: ({ accountId, net }) =>
    `These invoices do not cancel: account ${accountId} would be left with ${formatPeer(net, { unit: true })}. Only whole circles can be netted; look again what can.`,
  ClearingNothingLeft: () => "Nothing is left of this invoice. There is nothing to waive.",
} satisfies SentencesOf<typeof clearingAbi, "Clearing">;
