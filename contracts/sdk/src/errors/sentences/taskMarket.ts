import type { taskMarketAbi } from "../../abi.ts";
import { taskStates } from "../../types.ts";
import type { SentencesOf } from "../sentence.ts";
import { name, notYours, peer, short, when } from "../words.ts";

/** Sentences of `TaskMarket`'s errors. */
export const taskMarketSentences = {
  TaskMarketUnknownTask: ({ taskId }) =>
    `Task ${taskId} does not exist or is closed already. Look at its page for how it ended.`,
  TaskMarketWrongState: ({ taskId, state }) =>
    `Task ${taskId} is ${stateWords[taskStates[state] ?? "None"]}, where this cannot be done. Reload its page: somebody was faster.`,
  TaskMarketNotPoster: ({ taskId, caller }) =>
    `Only the poster of task ${taskId} may do this, and ${short(caller)} is not. Use the poster's wallet.`,
  TaskMarketNotWorker: ({ taskId, caller }) =>
    `Only the worker of task ${taskId} may do this, and ${short(caller)} is not. Use the worker's wallet.`,
  TaskMarketNotOwner: ({ accountId, caller }) =>
    `${short(caller)} does not act for account ${accountId}. Use the wallet that owns the account.`,
  TaskMarketNotSeated: ({ memberId }) =>
    `Account ${memberId} has no live seat, and only seated members claim tasks. Join, or renew the seat, first.`,
  TaskMarketNotBot: ({ accountId }) => `Account ${accountId} is not a bot. People claim tasks instead.`,
  TaskMarketWrongSkill: ({ skillId, botSkillId }) =>
    `The task is in skill ${skillId}, and the bot serves skill ${botSkillId}. Let a bot of the task's skill do it.`,
  TaskMarketUnknownSkill: ({ skillId }) =>
    `There is no skill ${skillId}. Choose one from the list, or create it.`,
  TaskMarketPriceTooLow: ({ price, minimum }) =>
    `A task pays at least ${peer(minimum)}, and this one offers ${peer(price)}. Raise the price.`,
  TaskMarketPriceTooHigh: ({ price, maximum }) =>
    `A task pays at most ${peer(maximum)}, and this one offers ${peer(price)}. Split it into smaller tasks.`,
  TaskMarketPriceNotRaised: ({ price, present }) =>
    `The price is ${peer(present)} and can only be raised, but ${peer(price)} was asked. Enter more.`,
  TaskMarketDeadlinePassed: ({ deadlineAt }, { now }) =>
    `The deadline would be ${when(deadlineAt, now)}, which is over. Choose a later one.`,
  TaskMarketDeadlineTooFar: ({ deadlineAt, latest }, { now }) =>
    `The deadline would be ${when(deadlineAt, now)}, and tasks last at most 60 days. Choose one before ${when(latest, now)}.`,
  TaskMarketOutOfBounds: ({ what, value, min, max }) =>
    `${name(what)} is ${value}, and has to be between ${min} and ${max}. Correct it.`,
  TaskMarketQuoteStale: ({ quotedBand, band }) =>
    `Prices moved: this one was in eighth ${quotedBand + 1} when you saw it and is in eighth ${band + 1} now. Look at who it reaches, then post again.`,
  TaskMarketOwnTask: ({ taskId }) =>
    `Task ${taskId} is your own, and nobody works for themselves. Choose another.`,
  TaskMarketHumanOnly: ({ taskId }) => `Task ${taskId} is for people only. Let the bot take another.`,
  TaskMarketBotWindow: ({ taskId, until }, { now }) =>
    `Task ${taskId} is with people now; bots may try again ${when(until, now)}. Wait, or take another.`,
  TaskMarketBotsDone: ({ taskId }) =>
    `Bots have had both tries at task ${taskId}. It is for people now; take another.`,
  TaskMarketNotEligible: ({ taskId, level, eligibleAt }, { now }) =>
    `Task ${taskId} reaches your level ${level} ${when(eligibleAt, now)}. Try again then, or take another.`,
  TaskMarketTooEarly: ({ taskId, notBefore }, { now }) =>
    `For task ${taskId} this is possible ${when(notBefore, now)}, not yet. Try again then.`,
  TaskMarketTooLate: ({ taskId, notAfter }, { now }) =>
    `For task ${taskId} the time for this ended ${when(notAfter, now)}. See on its page what can be done now.`,
  TaskMarketNoRevisionsLeft: ({ taskId }) =>
    `Changes were asked for twice already in task ${taskId}. Accept the work, or refuse it with a reason.`,
  TaskMarketBadShare: ({ share }) =>
    `${share} is not a share that can be given. A ruling is 0, 25, 50, 75 or 100 per cent; a settlement 0 to 10,000 hundredths of a per cent.`,
  TaskMarketNotArbiter: ({ taskId, caller }) =>
    `Only the arbiter of task ${taskId} may rule, and ${short(caller)} is not. Wait for the ruling, or settle by both signatures.`,
  TaskMarketNotGovernor: ({ caller }) => notYours(caller, "the town's governor"),
  TaskMarketNotMembers: ({ caller }) => notYours(caller, "the town's own contracts"),
  TaskMarketSignatureExpired: ({ deadline }, { now }) =>
    `The agreement was good until ${when(deadline, now)}. Both sign again.`,
  TaskMarketBadSignature: ({ signer }) =>
    `The signature is not by ${short(signer)}, or not over these terms. Ask them to sign again.`,
  TaskMarketActMalformed: ({ index }) =>
    `Act ${index} of the batch cannot be read, so nothing of it was done. Pack the signed acts anew.`,
  TaskMarketActExpired: ({ until }, { now }) =>
    `What was signed was good until ${when(until, now)}. Look at the task, and sign it again.`,
  TaskMarketActTooSoon: ({ taskId }) =>
    `Task ${taskId} changed in this very second. Send the same signed act again in the next one.`,
  TaskMarketActNotSigned: ({ taskId, owner }) =>
    `${short(owner)} signed nothing that fits task ${taskId} as it is now: it changed since, or the signature is another's. Look at it, and sign again.`,
  TaskMarketActNotNext: ({ next }) =>
    `Another act of the poster came first, so this post would become task ${next}. Sign it again as that.`,
  TaskMarketNotItself: ({ caller }) => notYours(caller, "the task market's own batches"),
  TaskMarketOutOfGas: () =>
    "The transaction brought too little gas for all its acts, so none was done. Send it with more.",
  TaskMarketEmptyContent: () => "There is no text: its content id is empty. Write something first.",
  TaskMarketBadRating: ({ rating }) => `A rating is 1 to 5, or 0 for none; this is ${rating}. Choose again.`,
} satisfies SentencesOf<typeof taskMarketAbi, "TaskMarket">;

const stateWords = {
  None: "closed",
  Open: "open",
  Claimed: "claimed by somebody",
  Delivered: "waiting for an answer to a bot's work",
  Submitted: "waiting for its review",
  Rejected: "rejected",
  Disputed: "in dispute",
} as const;
