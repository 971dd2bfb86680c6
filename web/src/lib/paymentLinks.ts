import {
  type Deployment,
  type PaymentRequest,
  paymentRequestTypedData,
  payTypedData,
} from "@peercommons/sdk";
import { type Address, type Hex, hexToBigInt, verifyTypedData } from "viem";
import { z } from "zod";
import { maxNote, memoOf } from "./invoice";
import { fromLinkText, toLinkText } from "./linkText";

/** A payee's wish, in a link. A signature shows that it is the payee's own; without one anybody may have written it. */
export type RequestLink = { request: PaymentRequest; note: string; salt: Hex; signature: Hex | null };

/** A payment its payer has signed; whoever opens the link may send it, to nobody but its payee. */
export type SignedPayment = {
  from: Address;
  to: Address;
  amount: bigint;
  memo: Hex;
  nonce: bigint;
  deadline: bigint;
  signature: Hex;
};

const hash = z.string().regex(/^0x[0-9a-f]{64}$/i);
const address = z.string().regex(/^0x[0-9a-f]{40}$/i);
const signature = z.string().regex(/^0x([0-9a-f]{2}){65,1024}$/i);
const seconds = z.int().min(0).max(4_294_967_295);

const requestWord = z.object({
  p: z.int().min(1).max(4_294_967_295),
  a: z.string().regex(/^\d{1,19}$/),
  t: z.string().max(maxNote),
  s: hash,
  e: seconds,
  g: signature.nullable(),
});

const paymentWord = z.object({
  f: address,
  t: address,
  a: z.string().regex(/^[1-9]\d{0,18}$/),
  m: hash,
  n: z.string().regex(/^0x[0-9a-f]{1,64}$/i),
  e: seconds,
  g: signature,
});

export function writeRequest({ request, note, salt, signature: g }: RequestLink): string {
  return toLinkText({
    p: request.payeeId,
    a: request.amount.toString(),
    t: note,
    s: salt,
    e: Number(request.expiresAt),
    g,
  } satisfies z.infer<typeof requestWord>);
}

/** Reads a request from a link; null when it is none or was cut. */
export function readRequest(text: string | null): RequestLink | null {
  const parsed = requestWord.safeParse(fromLinkText(text));
  if (!parsed.success) return null;
  const { p, a, t, s, e, g } = parsed.data;
  const salt = s as Hex;
  const request = { payeeId: p, amount: BigInt(a), memo: memoOf(t, salt), expiresAt: BigInt(e) };
  return { request, note: t, salt, signature: g as Hex | null };
}

/** Whether an ordinary account signed the request as it stands. */
export async function signedByPayee(
  deployment: Deployment,
  payee: string,
  { request, signature: given }: RequestLink,
): Promise<boolean> {
  if (given === null) return false;
  return verifyTypedData({
    address: payee as Address,
    signature: given,
    ...paymentRequestTypedData(deployment, request),
  });
}

export function writePayment(payment: SignedPayment): string {
  return toLinkText({
    f: payment.from,
    t: payment.to,
    a: payment.amount.toString(),
    m: payment.memo,
    n: `0x${payment.nonce.toString(16)}`,
    e: Number(payment.deadline),
    g: payment.signature,
  } satisfies z.infer<typeof paymentWord>);
}

/** Reads a signed payment from a link; null when it is none or was cut. */
export function readPayment(text: string | null): SignedPayment | null {
  const parsed = paymentWord.safeParse(fromLinkText(text));
  if (!parsed.success) return null;
  const { f, t, a, m, n, e, g } = parsed.data;
  return {
    from: f as Address,
    to: t as Address,
    amount: BigInt(a),
    memo: m as Hex,
    nonce: hexToBigInt(n as Hex),
    deadline: BigInt(e),
    signature: g as Hex,
  };
}

/** Whether an ordinary account signed the payment. Contract wallets are checked by the chain alone. */
export const signedByPayer = (
  deployment: Deployment,
  { signature: given, ...message }: SignedPayment,
): Promise<boolean> =>
  verifyTypedData({ address: message.from, signature: given, ...payTypedData(deployment, message) });

/** A nonce of its own key, so that signed payments wait for no other: 192 random bits, and the sequence 0. */
export function freshNonce(): bigint {
  const words = crypto.getRandomValues(new BigUint64Array(3));
  return words.reduce((key, word) => (key << 64n) | word, 0n) << 64n;
}
