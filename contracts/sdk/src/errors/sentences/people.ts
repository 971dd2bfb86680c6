import type { forwarderAbi, sponsorshipAbi, welcomeDeskAbi } from "../../abi.ts";
import type { SentencesOf } from "../sentence.ts";
import { day, notYours, peer, short, when } from "../words.ts";

/** Sentences of `Forwarder`'s errors. */
export const forwarderSentences = {
  ForwarderExpired: ({ deadline }, { now }) =>
    `The signed request was good until ${when(deadline, now)}. Sign it again.`,
  ForwarderBadSignature: ({ from }) =>
    `The request is not signed by ${short(from)}, or its number was used already. Sign it again.`,
  ForwarderNotTrusted: ({ target }) =>
    `${short(target)} does not take forwarded calls, so nothing was sent. Check that the app and the town belong together.`,
  ForwarderValueMismatch: ({ requested, sent }) =>
    `The request asks for ${requested} wei and ${sent} came with it. Send exactly what was asked.`,
  ForwarderOutOfGas: () =>
    "The relayer sent too little gas for the request. Try again, or use another relayer.",
} satisfies SentencesOf<typeof forwarderAbi, "Forwarder">;

/** Sentences of `Sponsorship`'s errors. */
export const sponsorshipSentences = {
  SponsorshipTooYoung: ({ sponsorId, seatedSinceDay }) =>
    `Member ${sponsorId} is seated since ${day(seatedSinceDay)}, and sponsors need 90 days. Ask again on ${day(seatedSinceDay + 90)}.`,
  SponsorshipMonthlyLimit: ({ sponsorId }) =>
    `Member ${sponsorId} has sponsored two people in the last 30 days, which is the most. Ask another member.`,
  SponsorshipNotSeated: ({ sponsorId }) =>
    `Account ${sponsorId} has no live seat, so it cannot sponsor. Renew the seat first.`,
  SponsorshipTwice: ({ sponsorId, newcomer }) =>
    `Member ${sponsorId} sponsors ${short(newcomer)} already. A second member is needed.`,
  SponsorshipFull: ({ newcomer }) =>
    `${short(newcomer)} has two sponsors already, which is enough. They can join now.`,
  SponsorshipMissing: ({ newcomer, have }) =>
    `${short(newcomer)} has ${have} of two sponsors. Ask ${have === 0 ? "two members" : "one more member"} to sponsor them.`,
  SponsorshipNotReturned: ({ newcomerId }) =>
    `Account ${newcomerId} has not yet been below zero and come back, and been paid for a task, so its sponsors' part stays frozen. Try again when it has.`,
  SponsorshipNoLine: ({ sponsorId, limit }) =>
    `Member ${sponsorId} has a credit line of ${peer(limit)}; sponsoring freezes 5.00 PEER of it, and so much is not left undrawn. Ask another member.`,
  SponsorshipOnlyMembers: ({ caller }) => notYours(caller, "the town's own contracts"),
  SponsorshipNotOwner: ({ sponsorId, caller }) =>
    `${short(caller)} does not act for account ${sponsorId}. Use the wallet that owns the account.`,
  SponsorshipNone: ({ sponsorId, newcomer }) =>
    `Member ${sponsorId} has no open sponsorship of ${short(newcomer)}. It was used or taken back already.`,
  SponsorshipSelf: ({ sponsorId }) => `Member ${sponsorId} cannot sponsor itself. Ask another member.`,
} satisfies SentencesOf<typeof sponsorshipAbi, "Sponsorship">;

/** Sentences of `WelcomeDesk`'s errors. */
export const welcomeDeskSentences = {
  WelcomeDeskWrongChain: ({ chainId }) =>
    `The welcome desk admits anyone, so it works on a local chain only, and this is chain ${chainId}. Deploy with Sponsorship there.`,
} satisfies SentencesOf<typeof welcomeDeskAbi, "WelcomeDesk">;
