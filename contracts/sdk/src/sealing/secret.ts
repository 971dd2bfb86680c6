import { xchacha20poly1305 } from "@noble/ciphers/chacha";
import { concatBytes, randomBytes } from "@noble/hashes/utils";
import { type Hex, hexToBytes } from "viem";
import { PeerCommonsError } from "../errors/PeerCommonsError.ts";

/** "PCK" and the version: bytes sealed with a key that was given out, not with a person's. */
const header = new Uint8Array([0x50, 0x43, 0x4b, 0x01]);
const nonceLength = 24;
const bodyAt = header.length + nonceLength;

/**
 * How many bytes longer sealed bytes are than the open ones.
 * @example
 * secretOverhead // 44
 */
export const secretOverhead = bodyAt + 16;

/**
 * Seals bytes with a 32-byte key: "PCK" 1, nonce (24), XChaCha20-Poly1305 ciphertext and tag; the header is authenticated.
 * @example
 * const sealed = sealWithKey({ bytes, key });
 */
export function sealWithKey(parameters: { bytes: Uint8Array; key: Hex; nonce?: Uint8Array }): Uint8Array {
  const { bytes, key, nonce = randomBytes(nonceLength) } = parameters;
  return concatBytes(header, nonce, xchacha20poly1305(hexToBytes(key), nonce, header).encrypt(bytes));
}

/**
 * Opens them.
 * @throws PeerCommonsError SealingNotAnEnvelope, SealingWrongKey
 * @example
 * openWithKey({ sealed, key })
 */
export function openWithKey(parameters: { sealed: Uint8Array; key: Hex }): Uint8Array {
  const { sealed, key } = parameters;
  if (sealed.length < secretOverhead || header.some((byte, i) => byte !== sealed[i])) {
    throw new PeerCommonsError({
      code: "SealingNotAnEnvelope",
      message: "These bytes are not sealed as expected, or were cut short. Fetch the content again.",
    });
  }
  try {
    const nonce = sealed.slice(header.length, bodyAt);
    return xchacha20poly1305(hexToBytes(key), nonce, header).decrypt(sealed.slice(bodyAt));
  } catch (cause) {
    throw new PeerCommonsError({
      code: "SealingWrongKey",
      message:
        "This does not open with the key that came with it: one of the two was changed. Ask for it again.",
      cause,
    });
  }
}
