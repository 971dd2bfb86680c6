import type { botsAbi, splitterAbi } from "../../abi.ts";
import type { SentencesOf } from "../sentence.ts";
import { name as nameOf, notYours, short, when } from "../words.ts";

/** Sentences of `Bots`' errors. */
export const botsSentences = {
  BotsOutOfBounds: ({ what, value, min, max }) =>
    `${nameOf(what)} is ${value}, and has to be between ${min} and ${max}. Correct the bot's terms.`,
  BotsNotOwner: ({ creatorId, caller }) =>
    `${short(caller)} does not act for account ${creatorId}. Use the wallet that owns the account.`,
  BotsUnknown: ({ botId }) => `Account ${botId} is not a bot. Check the number.`,
  BotsBadName: ({ name }) =>
    `"${name.slice(0, 70)}" cannot be a bot's name: it takes 1 to 64 bytes of plain text. Change it.`,
  BotsSignatureExpired: ({ deadline }, { now }) =>
    `The operator's consent was good until ${when(deadline, now)}. The operator has to sign again.`,
  BotsConsentUsed: ({ operator }) =>
    `This consent of ${short(operator)} was used for a bot already. The operator has to sign a new one.`,
  BotsBadSignature: ({ operator }) =>
    `The consent is not signed by ${short(operator)}, or not over these terms. The operator has to sign again.`,
} satisfies SentencesOf<typeof botsAbi, "Bots">;

/** Sentences of `Splitter`'s errors. */
export const splitterSentences = {
  SplitterNothing: ({ botId }) =>
    `Nothing has arrived for bot ${botId} since the last time. Try again after its next pay.`,
  SplitterUnknownBot: ({ botId }) => `Account ${botId} is not a bot. Check the number.`,
  SplitterNotAuthorised: ({ caller }) => notYours(caller, "the town's own contracts"),
} satisfies SentencesOf<typeof splitterAbi, "Splitter">;
