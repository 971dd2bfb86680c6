import type { gateAbi, playDollarAbi } from "../../abi.ts";
import type { SentencesOf } from "../sentence.ts";
import { notYours, peer, short, when } from "../words.ts";

/** Sentences of `Gate`'s errors. */
export const gateSentences = {
  GateUnknownToken: ({ token }) =>
    `${short(token)} cannot come in: the town has not listed it, or has closed it. Choose a listed token.`,
  GateNotReady: ({ activeAt }, { now }) =>
    activeAt === 0n
      ? "This token has not been announced. The town's governor has to do that first."
      : `This token can be listed ${when(activeAt, now)}. Wait until then.`,
  GateBadDecimals: ({ token, decimals }) =>
    `${short(token)} has ${decimals} decimals; the gate takes tokens of 6 to 24 that never change. Choose another one.`,
  GateNotAuthorised: ({ caller }) => notYours(caller, "the town's governor"),
  GateNotOwner: ({ accountId, caller }) => notYours(caller, `the owner of account ${accountId}`),
  GateZeroAmount: () => "That is less than the smallest unit of PEER. Enter more.",
  GateZeroAddress: () => "The address is missing, or is one the gate cannot use. Enter another one.",
  GateFull: ({ amount }) => `The gate cannot count ${peer(amount)} more. Bring in less.`,
  GateMoreThanBroughtIn: ({ net, amount }) =>
    `You asked for ${peer(amount)}, and have brought in ${peer(net)} of this token that you did not take out yet. Only that may leave; spend the rest in the town.`,
  GateQuota: ({ left, amount }) =>
    `You asked for ${peer(amount)}, and ${peer(left)} more may leave this week. Take that, and the rest from next week on.`,
  GateTookTooMuch: ({ token }) =>
    `${short(token)} took more from the gate than was sent, so nothing was moved. Tell the town's governor.`,
} satisfies SentencesOf<typeof gateAbi, "Gate">;

/** Sentences of `PlayDollar`'s errors. */
export const playDollarSentences = {
  PlayDollarWrongChain: ({ chainId }) =>
    `Play dollars are for a local town, and this is chain ${chainId}. List a real token there instead.`,
} satisfies SentencesOf<typeof playDollarAbi, "PlayDollar">;
