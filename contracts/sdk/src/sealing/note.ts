import type { Hex } from "viem";
import { fromBase64, toBase64 } from "../base64.ts";
import { encodeNote, type Note, parseNote, type SealedNote } from "../content/documents.ts";
import { PeerCommonsError } from "../errors/PeerCommonsError.ts";
import { open, seal } from "./envelope.ts";

/** A payment belongs to no task. */
const noTask = 0n;

/**
 * Seals a payment's note to each of its readers: normally who is paid, and who pays.
 * @throws PeerCommonsError SealingBadKey, ContentInvalid
 * @example
 * const sealed = sealNote({ note: { v: 1, text: "For the bread" }, readers: [theirs.sealingKey, mine.publicKey] });
 */
export function sealNote(parameters: { note: Note; readers: [Hex, Hex] }): SealedNote {
  const bytes = encodeNote(parameters.note);
  const envelopes = parameters.readers.map((recipientPublicKey) =>
    toBase64(seal({ bytes, recipientPublicKey, taskId: noTask })),
  );
  return { v: 1, envelopes };
}

/**
 * Opens a note with the key of one of its readers.
 * @throws PeerCommonsError SealingCannotOpen
 * @example
 * openNote({ sealed: parseSealedNote(bytes), privateKey: keys.privateKey }).text
 */
export function openNote(parameters: { sealed: SealedNote; privateKey: Uint8Array }): Note {
  const { sealed, privateKey } = parameters;
  for (const envelope of sealed.envelopes) {
    const bytes = tryOpen(fromBase64(envelope), privateKey);
    if (bytes !== null) return parseNote(bytes);
  }
  throw new PeerCommonsError({
    code: "SealingCannotOpen",
    message:
      "This note was sealed to other keys than yours. If you changed wallets, use the one you had when it was written.",
  });
}

function tryOpen(envelope: Uint8Array, privateKey: Uint8Array): Uint8Array | null {
  try {
    return open({ envelope, privateKey, taskId: noTask });
  } catch {
    return null;
  }
}
