import { type Address, parseAbi } from "viem";
import type { SentenceContext } from "../sentence.ts";
import { short, when } from "../words.ts";

type Values = Readonly<Record<string, unknown>>;
const address = (value: unknown): string => short(String(value) as Address);

/** Sentences of errors that the contracts inherit from OpenZeppelin, and of Solidity's own two. */
export const inheritedSentences: Readonly<
  Record<string, (values: Values, context: SentenceContext) => string>
> = {
  CheckpointUnorderedInsertion: () =>
    "The chain's clock went backwards, so the vote could not be noted. Try again in a minute.",
  Create2EmptyBytecode: () => "There is no code to deploy. Build the contracts again.",
  Create3EmptyBytecode: () => "There is no code to deploy. Build the contracts again.",
  ECDSAInvalidSignature: () => "The signature is not a signature. Sign again.",
  ECDSAInvalidSignatureLength: ({ length }) => `The signature has ${length} bytes instead of 65. Sign again.`,
  ECDSAInvalidSignatureS: () =>
    "The signature is in its second, refused form. Sign again with an up-to-date wallet.",
  ERC20InsufficientAllowance: ({ spender, allowance, needed }) =>
    `${address(spender)} was allowed ${allowance} units of the token, and ${needed} are needed. Allow more, then try again.`,
  ERC20InsufficientBalance: ({ sender, balance, needed }) =>
    `${address(sender)} has ${balance} units of the token, and ${needed} are needed. Choose a smaller amount.`,
  ERC20InvalidApprover: ({ approver }) =>
    `${address(approver)} can allow nothing: it is nobody's address. Start again from your own account.`,
  ERC20InvalidReceiver: ({ receiver }) =>
    `${address(receiver)} can receive no tokens: it is nobody's address. Check the receiver.`,
  ERC20InvalidSender: ({ sender }) =>
    `${address(sender)} can send no tokens: it is nobody's address. Start again from your own account.`,
  ERC20InvalidSpender: ({ spender }) =>
    `${address(spender)} can be allowed nothing: it is nobody's address. Check whom you allow.`,
  ERC2612ExpiredSignature: ({ deadline }, { now }) =>
    `The permission was good until ${when(Number(deadline), now)}. Sign again.`,
  ERC2612InvalidSigner: ({ owner }) =>
    `The permission was not signed by ${address(owner)}, whose tokens they are. Sign with that account.`,
  ERC5805FutureLookup: ({ timepoint }, { now }) =>
    `Votes ${when(Number(timepoint), now)} are not known yet. Ask about a moment in the past.`,
  FailedCall: () => "The forwarded call failed without a reason. Check its values, then try again.",
  FailedDeployment: () =>
    "The contract could not be deployed: it exists already, or its constructor failed. Check its address.",
  InsufficientBalance: ({ balance, needed }) =>
    `The contract holds ${balance} wei, and ${needed} are needed. Send more ether.`,
  InvalidAccountNonce: ({ account, currentNonce }) =>
    `The request's number is not the next one of ${address(account)}, which is ${currentNonce}. It was probably sent already: reload, then sign again.`,
  InvalidShortString: () => "A name of the contract is malformed. Deploy it again.",
  ReentrancyGuardReentrantCall: () =>
    "The call came back into the contract before it had finished, which is refused. Call it directly.",
  SafeERC20FailedOperation: ({ token }) =>
    `The token ${address(token)} refused to move. Check its balance and permission, then try again.`,
  SafeCastOverflowedUintDowncast: ({ bits, value }) =>
    `${value} does not fit into ${bits} bits. Enter a smaller number.`,
  StringTooLong: ({ str }) => `"${String(str).slice(0, 40)}" is longer than 31 bytes. Shorten it.`,
  VotesExpiredSignature: ({ expiry }, { now }) =>
    `The signature was good until ${when(Number(expiry), now)}. Sign again.`,
};

/** Solidity's own two, which no ABI lists. */
export const solidityErrorsAbi = parseAbi(["error Error(string reason)", "error Panic(uint256 code)"]);

/**
 * Sentences of `require` with a text and of failed assertions.
 * @example
 * soliditySentences.Panic({ code: 17n })
 */
export const soliditySentences = {
  Error: ({ reason }: Values) =>
    `The contract refused: ${String(reason).slice(0, 200)}. Check the values, then try again.`,
  Panic: ({ code }: Values) =>
    `The contract stopped at an impossible value (${code}). This is a mistake in it: please report what you did.`,
} as const;
