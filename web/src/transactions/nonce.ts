import { concatHex, type Hex, keccak256, toHex } from "viem";

/**
 * The forwarder's nonce of a wish: the upper 192 bits come from town, account, wish and attempt, the sequence is 0. The same
 * wish in two tabs gets the same nonce, and the forwarder takes it once; different wishes never wait for each other.
 */
export function intentNonce(p: {
  deploymentId: Hex;
  account: string;
  intent: string;
  attempt: number;
}): bigint {
  const account = p.account.toLowerCase();
  const digest = keccak256(concatHex([p.deploymentId, toHex(`${account}|${p.intent}|${p.attempt}`)]));
  return (BigInt(digest) >> 64n) << 64n;
}
