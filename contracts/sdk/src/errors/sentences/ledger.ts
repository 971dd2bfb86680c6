import type { ledgerAbi } from "../../abi.ts";
import type { SentencesOf } from "../sentence.ts";
import { notYours, peer, short, when } from "../words.ts";

/** Sentences of `Ledger`'s errors. */
export const ledgerSentences = {
  LedgerInsufficient: ({ available, needed }) =>
    `This needs ${peer(needed)}, and ${peer(available)} can be spent now. Spend less, or earn ${peer(needed - available)} first.`,
  LedgerFrozen: ({ account }) =>
    `${short(account)} may receive but not pay, because its debt is overdue. Bring the balance back above zero first.`,
  LedgerZeroAmount: () => "The amount is zero, so nothing would move. Enter an amount above zero.",
  LedgerAmountTooLarge: ({ amount }) =>
    `${peer(amount)} is more than the ledger can hold in one payment. Enter a smaller amount.`,
  LedgerSystemAccount: ({ account }) =>
    `${short(account)} belongs to one of the town's contracts, which takes PEER only by its own functions. Pay a person's address instead.`,
  LedgerZeroAddress: () => "There is no receiver: the address is empty. Enter whom it is for.",
  LedgerNotOperator: ({ caller }) => notYours(caller, "contracts that the ledger admitted"),
  LedgerNotAllowed: ({ account, operator }) =>
    `${short(operator)} may not move the PEER of ${short(account)}. Its owner has to allow that first.`,
  LedgerNotAuthorised: ({ caller }) => notYours(caller, "the town's governor and its own contracts"),
  LedgerAllowance: ({ spender, allowance, needed }) =>
    `${short(spender)} may spend ${peer(allowance)} for the owner, and this needs ${peer(needed)}. The owner has to approve more.`,
  LedgerSignatureExpired: ({ deadline }, { now }) =>
    `The signature was good until ${when(deadline, now)}. Sign again.`,
  LedgerBadSignature: ({ signer }) =>
    `The signature is not by ${short(signer)}, or not over these values. Sign again with that account.`,
  LedgerOperatorNotReady: ({ operator, activeAt }, { now }) =>
    activeAt === 0n
      ? `${short(operator)} is not announced as an operator, or the announcement was taken back. It has to be proposed 30 days before.`
      : `${short(operator)} was announced and can be admitted ${when(activeAt, now)}. Try again then.`,
  LedgerOutOfBounds: ({ value, min, max }) =>
    `${value} is outside of what may be set. Choose between ${min} and ${max}.`,
  LedgerSealed: () =>
    "The ledger has been set up and sealed, so this can no longer be changed. Operators join by proposal.",
  LedgerTooEarly: ({ notBefore }, { now }) =>
    `This was changed a short while ago and can be changed again ${when(notBefore, now)}. Try again then.`,
} satisfies SentencesOf<typeof ledgerAbi, "Ledger">;
