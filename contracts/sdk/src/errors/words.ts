import { type Address, type Hex, hexToString } from "viem";
import { formatPeer, formatRelative } from "../format.ts";

/** Small words that the sentences share. */
export const peer = (amount: bigint): string => formatPeer(amount, { unit: true });
export const short = (address: Address): string => `${address.slice(0, 6)}…${address.slice(-4)}`;
export const when = (at: bigint | number, now: number): string => formatRelative(Number(at), now);
export const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
export const name = (what: Hex): string =>
  hexToString(what, { size: 32 })
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

/** Contracts call these only on each other; a person meets one by sending a transaction of their own making. */
export const notYours = (caller: Address, who: string): string =>
  `This is for ${who} alone, and the call came from ${short(caller)}. Use the app's own buttons instead.`;
