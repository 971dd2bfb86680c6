import { randomBytes } from "@noble/hashes/utils";
import { bytesToHex, concat, type Hex } from "viem";
import type { z } from "zod";
import { maxContentBytes } from "../content/contentId.ts";
import { safeFileName } from "../content/fileName.ts";
import { type Packed, packContent } from "../content/packContent.ts";
import { PeerCommonsError } from "../errors/PeerCommonsError.ts";
import { type attachedFile, maxFileBytes } from "../schemas/document.ts";
import { openWithKey, sealWithKey } from "./secret.ts";

/** A file as a document names it: where its sealed parts lie, and their key. */
export type AttachedFile = z.infer<typeof attachedFile>;

/**
 * Seals a file with a key of its own and cuts it into contents, to be stored before the document that names it.
 * @throws PeerCommonsError FileEmpty, FileTooLarge
 * @example
 * const { file, parts } = packFile({ name: "logo.png", mediaType: "image/png", bytes });
 * for (const part of parts) await store(part);
 * encodeDeliverable({ v: 1, text: "Here it is.", files: [file] })
 */
export function packFile(parameters: { name: string; mediaType: string; bytes: Uint8Array }): {
  file: AttachedFile;
  parts: Packed[];
} {
  const { bytes } = parameters;
  const name = safeFileName(parameters.name);
  if (bytes.length === 0) {
    throw new PeerCommonsError({
      code: "FileEmpty",
      message: `${name} is empty, so there is nothing to attach. Choose another file.`,
      args: { name },
    });
  }
  if (bytes.length > maxFileBytes) throw fileTooLarge(name, bytes.length);
  const key = bytesToHex(randomBytes(32));
  const sealed = sealWithKey({ bytes, key });
  const parts: Packed[] = [];
  for (let at = 0; at < sealed.length; at += maxContentBytes)
    parts.push(packContent(sealed.subarray(at, at + maxContentBytes)));
  const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(parameters.mediaType)
    ? parameters.mediaType.slice(0, 80)
    : "application/octet-stream";
  return {
    file: { name, mediaType, bytes: bytes.length, contentIds: parts.map((part) => part.contentId), key },
    parts,
  };
}

/**
 * The file's bytes out of its parts, each of which the caller has checked with `verifyContent`.
 * @throws PeerCommonsError SealingNotAnEnvelope, SealingWrongKey, FileChanged
 * @example
 * const bytes = openFile({ file, parts });
 */
export function openFile(parameters: { file: AttachedFile; parts: Uint8Array[] }): Uint8Array {
  const { file, parts } = parameters;
  const bytes = openWithKey({ sealed: concat(parts), key: file.key as Hex });
  if (bytes.length === file.bytes) return bytes;
  throw new PeerCommonsError({
    code: "FileChanged",
    message: `${safeFileName(file.name)} has ${bytes.length} bytes and was announced with ${file.bytes}, so it is not opened. Ask for it again.`,
    args: { bytes: bytes.length, announced: file.bytes },
  });
}

/**
 * The refusal of a file that does not fit.
 * @example
 * if (file.size > maxFileBytes) throw fileTooLarge(file.name, file.size);
 */
export function fileTooLarge(name: string, bytes: number): PeerCommonsError {
  return new PeerCommonsError({
    code: "FileTooLarge",
    message: `${name} has ${Math.ceil(bytes / 1024)} KiB, and ${Math.floor(maxFileBytes / 1024)} KiB fit. Make it smaller, or link to it.`,
    args: { name, bytes, max: maxFileBytes },
  });
}
