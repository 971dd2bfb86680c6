import { type Hex, toHex } from "viem";
import { fromBase64, toBase64 } from "../base64.ts";
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
      ? { body: toBase64(body), encoding: "base64" as const, salt }
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

/**
 * The bytes of a content as the store gave it.
 * @throws PeerCommonsError NotBase64
 * @example
 * verifyContent({ body: contentBytes(content), saltHash: content.saltHash, contentId })
 */
export function contentBytes(content: { body: string; encoding: "utf8" | "base64" }): Uint8Array {
  return content.encoding === "base64" ? fromBase64(content.body) : new TextEncoder().encode(content.body);
}
