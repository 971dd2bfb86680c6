import { x25519 } from "@noble/curves/ed25519";
import { hkdf } from "@noble/hashes/hkdf";
import { sha256 } from "@noble/hashes/sha2";
import { type Address, bytesToHex, type Hex, hexToBytes, numberToBytes } from "viem";
import { PeerCommonsError } from "../errors/PeerCommonsError.ts";

/** An account's sealing keys. `publicKey` goes on chain; `privateKey` never leaves the device. */
export type SealingKeys = { privateKey: Uint8Array; publicKey: Hex };

const types = {
  SealingKey: [
    { name: "account", type: "address" },
    { name: "warning", type: "string" },
  ],
} as const;

const curveOrder = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/**
 * The fixed message whose signature the sealing keys come from. It names no chain, so a wallet has the same keys in every town.
 * @example
 * const signature = await account.signTypedData(sealingTypedData(account.address));
 */
export function sealingTypedData(account: Address) {
  return {
    domain: { name: "PeerCommons Sealing", version: "1" },
    types,
    primaryType: "SealingKey",
    message: {
      account,
      warning:
        "Sign this only in a PeerCommons app. Whoever has this signature can read what is sealed to you.",
    },
  } as const;
}

/**
 * Derives the keys from the signature: X25519, by HKDF-SHA256 over r and low s, so that wallets which write the same
 * signature differently give the same keys. Contract wallets' longer signatures are taken as they are.
 * @throws PeerCommonsError SealingBadSignature
 * @example
 * const keys = deriveSealingKeys(await account.signTypedData(sealingTypedData(account.address)));
 */
export function deriveSealingKeys(signature: Hex): SealingKeys {
  const bytes = /^0x([0-9a-fA-F]{2})+$/.test(signature) ? hexToBytes(signature) : new Uint8Array();
  if (bytes.length < 64) {
    throw new PeerCommonsError({
      code: "SealingBadSignature",
      message: "The wallet gave no usable signature, so no sealing key can be made. Ask it to sign again.",
      retryable: true,
    });
  }
  return sealingKeysFromSeed(bytes.length <= 65 ? normalised(bytes) : bytes);
}

/**
 * Keys from any secret bytes, for bots and tests that have no wallet. At least 32 bytes.
 * @throws PeerCommonsError SealingSeedTooShort
 * @example
 * const keys = sealingKeysFromSeed(crypto.getRandomValues(new Uint8Array(32)));
 */
export function sealingKeysFromSeed(seed: Uint8Array): SealingKeys {
  if (seed.length < 32) {
    throw new PeerCommonsError({
      code: "SealingSeedTooShort",
      message: `A sealing key needs a secret of at least 32 bytes; this one has ${seed.length}. Use a longer one.`,
      args: { bytes: seed.length },
    });
  }
  const privateKey = hkdf(sha256, seed, "PeerCommons Sealing", "x25519 key 1", 32);
  return { privateKey, publicKey: publicSealingKey(privateKey) };
}

/**
 * The public half of a private sealing key.
 * @example
 * publicSealingKey(keys.privateKey) === keys.publicKey
 */
export function publicSealingKey(privateKey: Uint8Array): Hex {
  return bytesToHex(x25519.getPublicKey(privateKey));
}

/** r and the lower of s and n - s: of a signature's two forms always the same one. */
function normalised(signature: Uint8Array): Uint8Array {
  const compact = signature.length === 64;
  const s = signature.slice(32, 64);
  // ERC-2098 keeps the recovery bit in the highest bit of s.
  if (compact && s[0] !== undefined) s[0] &= 0x7f;
  const value = BigInt(bytesToHex(s));
  const low = value > curveOrder / 2n ? curveOrder - value : value;
  const result = new Uint8Array(64);
  result.set(signature.slice(0, 32));
  result.set(numberToBytes(low, { size: 32 }), 32);
  return result;
}
