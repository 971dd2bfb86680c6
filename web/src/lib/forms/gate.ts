import { formatPeer } from "@peercommons/sdk";
import type { AccountGate } from "@peercommons/sdk/schemas";
import { readAmount } from "./amount";

export type GateLine = AccountGate["tokens"][number];
type Check = { ok: true; amount: bigint; units: bigint } | { ok: false; sentence: string };

/** An amount of PEER in a token's own units: one for one. */
export const unitsOf = (amount: bigint, decimals: number): bigint => amount * 10n ** BigInt(decimals - 6);

/** Checks what somebody wants to bring in. */
export function checkBringIn(p: { text: string; line: GateLine }): Check {
  const read = readAmount(p.text);
  if (!read.ok) return read;
  if (!p.line.listed)
    return { ok: false, sentence: `${p.line.symbol} can't come in any more. Choose another token.` };
  return { ok: true, amount: read.amount, units: unitsOf(read.amount, p.line.decimals) };
}

/** Checks what somebody wants to take out. `balance` is null while unknown. */
export function checkTakeOut(p: { text: string; line: GateLine; balance: bigint | null }): Check {
  const read = readAmount(p.text);
  if (!read.ok) return read;
  const { net, redeemable, symbol } = p.line;
  if (read.amount > BigInt(net))
    return {
      ok: false,
      sentence: `You have brought in ${formatPeer(BigInt(net))} of ${symbol} that is not out yet. Only that may leave; spend the rest in the town.`,
    };
  if (read.amount > BigInt(redeemable))
    return {
      ok: false,
      sentence: `${formatPeer(BigInt(redeemable))} more may leave this week. Take that, and the rest from next week on.`,
    };
  if (p.balance !== null && read.amount > (p.balance > 0n ? p.balance : 0n))
    return { ok: false, sentence: "Only money you have may leave, never credit. Earn it back first." };
  return { ok: true, amount: read.amount, units: unitsOf(read.amount, p.line.decimals) };
}
