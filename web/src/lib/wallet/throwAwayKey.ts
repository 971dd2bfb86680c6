import { type Hex, isHex } from "viem";

const slot = "peercommons.throwaway";

/**
 * The throw-away account's key. It lies unencrypted in this browser's storage: good for trying things and small sums,
 * and said so wherever it is offered. Settings can copy it out or forget it.
 */
export function readThrowAwayKey(): Hex | null {
  try {
    const key = localStorage.getItem(slot);
    return key !== null && isHex(key) && key.length === 66 ? key : null;
  } catch {
    return null;
  }
}

export async function makeThrowAwayKey(): Promise<Hex> {
  const { generatePrivateKey } = await import("viem/accounts");
  const key = readThrowAwayKey() ?? generatePrivateKey();
  localStorage.setItem(slot, key);
  return key;
}

/** Puts an exported key in place of the present one. Throws when it is not a key. */
export async function importThrowAwayKey(key: string): Promise<void> {
  const trimmed = key.trim();
  if (!isHex(trimmed) || trimmed.length !== 66) {
    throw new Error(
      "This is not a private key: it should be 0x and 64 hexadecimal digits, as settings exported it.",
    );
  }
  const { privateKeyToAccount } = await import("viem/accounts");
  privateKeyToAccount(trimmed);
  localStorage.setItem(slot, trimmed);
}

export function forgetThrowAwayKey(): void {
  localStorage.removeItem(slot);
}
