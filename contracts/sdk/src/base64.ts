import { PeerCommonsError } from "./errors/PeerCommonsError.ts";

/**
 * Bytes as base64.
 * @example
 * toBase64(new Uint8Array([1, 2])) // "AQI="
 */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/**
 * Bytes of a base64 text.
 * @throws PeerCommonsError NotBase64
 * @example
 * fromBase64("AQI=") // Uint8Array [1, 2]
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch (cause) {
    throw new PeerCommonsError({
      code: "NotBase64",
      message: "This is not base64, so there are no bytes in it. Fetch the content again.",
      cause,
    });
  }
}
