import { type Hex, toHex } from "viem";
import { PeerCommonsError } from "../errors/PeerCommonsError.ts";
import { contentIdFromHash, maxContentBytes, newSalt, saltHashOf } from "./contentId.ts";

/** A document ready for `PUT /v1/content/:contentId`. `put` is the request's body. */
export type Packed = {
  contentId: Hex;
  salt: Hex;
  saltHash: Hex;
  put: { body: string; encoding: "utf8" | "base64"; salt: Hex };
};

/**
 * Gives bytes a salt and an id, and writes them for the content store: as text where they are text, else as base64.
 * @throws PeerCommonsError ContentTooLarge
 * @example
 * const packed = packContent(encodeTaskBody(body));
 * await fetch(`${indexerUrl}/v1/content/${packed.contentId}`, { method: "PUT", body: JSON.stringify(packed.put) });
 */
export function packContent(body: Uint8Array, salt: Hex = newSalt()): Packed {
  if (body.length > maxContentBytes) {
    throw new PeerCommonsError({
      code: "ContentTooLarge",
      message: `This is ${Math.ceil(body.length / 1024)} KiB, and at most ${maxContentBytes / 1024} KiB are kept. Shorten it, or link to the large part.`,
      args: { bytes: body.length, max: maxContentBytes },
    });
  }
  const saltHash = saltHashOf(salt);
  const text = textOf(body);
  const put =
    text === null
      ? { body: base64Of(body), encoding: "base64" as const, salt }
      : { body: text, encoding: "utf8" as const, salt };
  return { contentId: contentIdFromHash(body, saltHash), salt, saltHash, put };
}

/** The text of bytes that are UTF-8 and come back the same; null otherwise. A byte order mark would be lost, so it is not text. */
function textOf(body: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    return toHex(new TextEncoder().encode(text)) === toHex(body) ? text : null;
  } catch {
    return null;
  }
}

function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}
