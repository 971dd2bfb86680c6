/** Weeks after which a share that was not claimed returns to the commons. */
const lifetime = 8;

/**
 * The part of what a member is owed that returns to the commons when the next epoch opens: what a seat had been given eight
 * epochs before that one, less what the member was paid for already, came too late for, or has lost.
 * @param epochs newest first; `accumulated` is what one seat had been given after it
 * @param mark what `accumulated` was when the member was last paid, or entered
 * @param expired what it has lost since its mark
 */
export function expiringOf(p: {
  epochs: readonly { epoch: number; accumulated: bigint }[];
  nextEpoch: number;
  mark: bigint;
  expired: bigint;
}): bigint {
  const old = p.epochs.find((row) => row.epoch <= p.nextEpoch - lifetime)?.accumulated ?? 0n;
  const kept = p.mark + p.expired;
  return old > kept ? old - kept : 0n;
}
