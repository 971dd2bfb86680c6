import { secondsPerEpoch } from "./time.ts";

/** Of what an account has brought in, a quarter may leave in a week, and this much in any case. */
const quotaBps = 2_500n;
const quotaFloor = 50_000_000n;

/** What the gate keeps of one account and token, in PEER's units. */
export type GateReceipt = { net: bigint; epoch: number; opening: bigint; redeemed: bigint };

/**
 * What may be taken out now, the very rule of `Gate.redeemable`. `at` is a unix second.
 * @example
 * redeemableAt({ net: 200_000_000n, epoch: 0, opening: 0n, redeemed: 0n }, 1_763_640_000) // 50000000n
 */
export function redeemableAt(receipt: GateReceipt, at: number): bigint {
  const fresh = receipt.epoch !== Math.floor(at / secondsPerEpoch);
  const share = ((fresh ? receipt.net : receipt.opening) * quotaBps) / 10_000n;
  const quota = share > quotaFloor ? share : quotaFloor;
  const taken = fresh ? 0n : receipt.redeemed;
  const left = quota > taken ? quota - taken : 0n;
  return left < receipt.net ? left : receipt.net;
}
