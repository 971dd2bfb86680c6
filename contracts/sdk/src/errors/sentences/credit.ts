import type { basicIncomeAbi, creditLinesAbi } from "../../abi.ts";
import type { SentencesOf } from "../sentence.ts";
import { notYours } from "../words.ts";

/** Sentences of `CreditLines`' errors. */
export const creditLinesSentences = {
  CreditLinesNotAuthorised: ({ caller }) => notYours(caller, "the town's own contracts"),
  CreditLinesUnknownAccount: ({ accountId }) => `There is no account ${accountId}. Check the number.`,
} satisfies SentencesOf<typeof creditLinesAbi, "CreditLines">;

/** Sentences of `BasicIncome`'s errors. */
export const basicIncomeSentences = {
  BasicIncomeNotEntered: ({ accountId }) =>
    `Account ${accountId} gets no basic income, because it has no seat. Join first; income starts with the next week.`,
  BasicIncomeNothing: ({ accountId }) =>
    `There is nothing to claim for account ${accountId} yet. Come back when the next week has opened.`,
  BasicIncomeNotAuthorised: ({ caller }) => notYours(caller, "the town's own contracts"),
  BasicIncomeEpochOpen: ({ epoch }) => `Week ${epoch} is open already. Claim your share.`,
} satisfies SentencesOf<typeof basicIncomeAbi, "BasicIncome">;
