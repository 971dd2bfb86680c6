import { type Deployment, rotateTypedData } from "@peercommons/sdk";
import { type Address, getAddress, type Hex, isAddress, isHex, verifyTypedData } from "viem";

/** What the new address is asked to sign: that it takes this account over. It travels in a link. */
export type Move = { accountId: number; newOwner: Address; deadline: number };
export type SignedMove = Move & { signature: Hex };

type Read = { ok: true; move: SignedMove } | { ok: false; sentence: string };

export function writeMove(move: Move | SignedMove): string {
  const parts = [move.accountId, move.newOwner, move.deadline];
  return [...parts, ...("signature" in move ? [move.signature] : [])].join(".");
}

/** The question in a link; null when it is none. */
export function readMove(text: string | null): Move | null {
  const [accountId = "", newOwner = "", deadline = "", ...rest] = (text ?? "").trim().split(".");
  if (rest.length > 0 || !/^\d{1,10}$/.test(accountId) || !/^\d{1,12}$/.test(deadline)) return null;
  if (!isAddress(newOwner, { strict: false })) return null;
  return { accountId: Number(accountId), newOwner: getAddress(newOwner), deadline: Number(deadline) };
}

export const moveTypedData = (deployment: Deployment, move: Move) =>
  rotateTypedData(deployment, { ...move, deadline: BigInt(move.deadline) });

/** Reads the answer the new address gave, and looks whether it is one to this very question. */
export function readAnswer(text: string, asked: { accountId: number; newOwner: string; now: number }): Read {
  const no = (sentence: string): Read => ({ ok: false, sentence });
  const word = text.trim();
  const dot = word.lastIndexOf(".");
  const move = readMove(word.slice(0, dot));
  const signature = word.slice(dot + 1);
  if (move === null || !isHex(signature) || signature.length < 132)
    return no(
      "This is not the answer, or a part of it is missing. Copy the whole word the new wallet's page shows.",
    );
  if (move.accountId !== asked.accountId)
    return no("This answer is about another account. Open the link of this page with the new wallet.");
  if (move.newOwner.toLowerCase() !== asked.newOwner.toLowerCase())
    return no(
      `This answer is of another address, ${move.newOwner}. Use the wallet of the address above, or change that.`,
    );
  if (move.deadline <= asked.now) return no("This answer has run out. Let the new wallet sign again.");
  return { ok: true, move: { ...move, signature } };
}

/** Whether an ordinary account signed it. Contract wallets are checked by the chain alone. */
export const signedByNewOwner = (
  deployment: Deployment,
  { signature, ...move }: SignedMove,
): Promise<boolean> =>
  verifyTypedData({ address: move.newOwner, signature, ...moveTypedData(deployment, move) });

/** What keeps an address from taking the account over. */
export function checkNewOwner(text: string, present: string): string | undefined {
  const address = text.trim();
  if (!isAddress(address, { strict: false }))
    return "That is not an address: it has 0x and 40 hexadecimal digits. Copy it again from the new wallet.";
  if (address.toLowerCase() === present.toLowerCase())
    return "That is the address the account has now. Enter another one.";
  return undefined;
}
