import type { membersAbi } from "../../abi.ts";
import { accountKinds } from "../../types.ts";
import type { SentencesOf } from "../sentence.ts";
import { day, notYours, short, when } from "../words.ts";

/** Sentences of `Members`' errors. */
export const membersSentences = {
  MembersUnknownAccount: ({ accountId }) => `There is no account ${accountId}. Check the number.`,
  MembersNotOwner: ({ accountId, caller }) =>
    `${short(caller)} does not act for account ${accountId}. Use the wallet that owns the account.`,
  MembersAddressTaken: ({ owner, accountId }) =>
    `${short(owner)} already is account ${accountId}, and an address has one account. Use another address.`,
  MembersAlreadySeated: ({ accountId, seatUntilDay }) =>
    `Account ${accountId} has a seat until ${day(seatUntilDay)}, so there is nothing to do. Renew it closer to that day.`,
  MembersNoSeat: ({ accountId }) => `Account ${accountId} has no seat. Join first.`,
  MembersSeatLive: ({ accountId, seatUntilDay }) =>
    `Account ${accountId}'s seat lasts until ${day(seatUntilDay)} and can only be ended after that. Wait until then.`,
  MembersWrongKind: ({ accountId, kind }) =>
    `Account ${accountId} is ${article(accountKinds[kind] ?? "None")}, which cannot do this. Use a member's account.`,
  MembersPersonhoodRefused: ({ who }) =>
    `The personhood check did not agree that ${short(who)} is one human without a seat. Ask two members to sponsor you.`,
  MembersSignatureExpired: ({ deadline }, { now }) =>
    `The signature was good until ${when(deadline, now)}. Sign again.`,
  MembersConsentUsed: ({ newOwner }) =>
    `This consent of ${short(newOwner)} was used already. Sign a new one with that address, with another deadline.`,
  MembersBadSignature: ({ signer }) =>
    `The signature is not by ${short(signer)}, or not over these values. Sign again with that address.`,
  MembersZeroAddress: () => "An address is empty where one is needed. Enter it.",
  MembersNotAuthorised: ({ caller }) => notYours(caller, "the town's governor and its own contracts"),
  MembersSealed: () =>
    "The town has been set up and sealed, so this can no longer be changed. Use the governor's way.",
  MembersNotSealed: () => "The town is still being set up, and nobody can join yet. Try again in a minute.",
  MembersTooEarly: ({ notBefore }, { now }) =>
    `The announced change takes effect ${when(notBefore, now)} at the earliest. Try again then.`,
} satisfies SentencesOf<typeof membersAbi, "Members">;

const article = (kind: string): string =>
  kind === "None" ? "not registered" : `${/^[AEIOU]/.test(kind) ? "an" : "a"} ${kind.toLowerCase()}`;
