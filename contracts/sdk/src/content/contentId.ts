import { randomBytes } from "@noble/hashes/utils";
import { bytesToHex, concat, type Hex, keccak256 } from "viem";

/**
 * Largest body of a document, in bytes: 256 KiB.
 * @example
 * maxContentBytes // 262_144
 */
export const maxContentBytes = 262_144;

/**
 * A fresh 32-byte salt. Keep it: it proves the document is yours when jurors are drawn, and hides what short documents say.
 * @example
 * newSalt().length // 66
 */
export function newSalt(): Hex {
  return bytesToHex(randomBytes(32));
}

/**
 * H(salt), which may be public.
 * @example
 * saltHashOf("0x01") // 0x5fe7...
 */
export function saltHashOf(salt: Hex): Hex {
  return keccak256(salt);
}

/**
 * The id that names a document on chain: keccak256(keccak256(body), keccak256(salt)).
 * @example
 * contentIdOf(canonicalBytes({ v: 1, text: "hello" }), newSalt())
 */
export function contentIdOf(body: Uint8Array, salt: Hex): Hex {
  return contentIdFromHash(body, saltHashOf(salt));
}

/**
 * The same from H(salt), which is all that readers have.
 * @example
 * contentIdFromHash(body, saltHash) === contentId
 */
export function contentIdFromHash(body: Uint8Array, saltHash: Hex): Hex {
  return keccak256(concat([keccak256(body), saltHash]));
}

/**
 * Whether a body is the one an id names.
 * @example
 * if (!verifyContent({ body, saltHash, contentId })) throw new Error("somebody changed it");
 */
export function verifyContent(parameters: { body: Uint8Array; saltHash: Hex; contentId: Hex }): boolean {
  const { body, saltHash, contentId } = parameters;
  return contentIdFromHash(body, saltHash) === contentId.toLowerCase();
}
