import { type Address, type Hex, hexToString } from "viem";
import { formatPeer, formatRelative } from "../format.ts";

/** Small words that the sentences share. */
export const peer = (amount: bigint): string => formatPeer(amount, { unit: true });
export const short = (address: Address): string => `${address.slice(0, 6)}…${address.slice(-4)}`;
export const when = (at: bigint | number, now: number): string => formatRelative(Number(at), now);
export const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
/** A short string's words, as a sentence begins: `reviewHours` becomes "Review hours". */
export const name = (what: Hex): string => {
  const words = hexToString(what, { size: 32 })
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Contracts call these only on each other; a person meets one by sending a transaction of their own making. */
export const notYours = (caller: Address, who: string): string =>
  `This is for ${who} alone, and the call came from ${short(caller)}. Use the app's own buttons instead.`;
