import type { AccountId } from "../types.ts";

/** Number of an obligation: its creditor's account id and the creditor's own number for it. */
export type ObligationId = bigint;

/**
 * An obligation's id: creditorId << 32 | number.
 * @example
 * obligationIdOf({ creditorId: 7, number: 3 }) // 30064771075n
 */
export function obligationIdOf(parameters: { creditorId: AccountId; number: number }): ObligationId {
  return (BigInt(parameters.creditorId) << 32n) | BigInt(parameters.number);
}

/**
 * An edge of a circulation as `Clearing` takes it: obligationId << 64 | amount.
 * @example
 * encodeEdge({ obligationId: 30064771075n, amount: 2_500_000n })
 */
export function encodeEdge(edge: { obligationId: ObligationId; amount: bigint }): bigint {
  return (edge.obligationId << 64n) | edge.amount;
}

/**
 * What an edge says; the reverse of `encodeEdge`.
 * @example
 * decodeEdge(encodeEdge({ obligationId: 30064771075n, amount: 2_500_000n })).amount // 2_500_000n
 */
export function decodeEdge(edge: bigint): { obligationId: ObligationId; amount: bigint } {
  return { obligationId: edge >> 64n, amount: edge & 0xffff_ffff_ffff_ffffn };
}
