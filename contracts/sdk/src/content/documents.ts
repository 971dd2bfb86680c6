import type { z } from "zod";
import { PeerCommonsError } from "../errors/PeerCommonsError.ts";
import {
  deliverable as deliverableSchema,
  note as noteSchema,
  profile as profileSchema,
  sealedNote as sealedNoteSchema,
  sealedTaskBody as sealedTaskBodySchema,
  taskBody as taskBodySchema,
  taskKey as taskKeySchema,
} from "../schemas/document.ts";
import { canonicalBytes } from "./canonical.ts";
import { maxContentBytes } from "./contentId.ts";

/** What a task asks for. */
export type TaskBody = z.infer<typeof taskBodySchema>;
/** What a task asks for when its poster sealed it. */
export type SealedTaskBody = z.infer<typeof sealedTaskBodySchema>;
/** A sealed body's key on its way to the worker. */
export type TaskKey = z.infer<typeof taskKeySchema>;
/** A payment's note for its two ends. */
export type SealedNote = z.infer<typeof sealedNoteSchema>;
/** What a worker hands in. */
export type Deliverable = z.infer<typeof deliverableSchema>;
/** A public profile. */
export type Profile = z.infer<typeof profileSchema>;
/** A reason, a wish for changes, a description. */
export type Note = z.infer<typeof noteSchema>;

/**
 * A task's body as canonical bytes.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * encodeTaskBody({ v: 1, title: "A logo", text: "For a bakery.", deliver: ["an SVG"] })
 */
export const encodeTaskBody = (body: TaskBody): Uint8Array => encode("task", taskBodySchema, body);

/**
 * A deliverable as canonical bytes, before sealing.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * encodeDeliverable({ v: 1, text: "Here it is." })
 */
export const encodeDeliverable = (body: Deliverable): Uint8Array =>
  encode("deliverable", deliverableSchema, body);

/**
 * A sealed task's body as canonical bytes. `sealTaskBody` makes one.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * packContent(encodeSealedTaskBody(sealTaskBody({ body, privateKey, saltHash })), salt)
 */
export const encodeSealedTaskBody = (body: SealedTaskBody): Uint8Array =>
  encode("sealed task", sealedTaskBodySchema, body);

/**
 * A task's key as canonical bytes. `makeTaskKey` makes one.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * packContent(encodeTaskKey(makeTaskKey({ taskId, accountId, recipientPublicKey, contentKey })))
 */
export const encodeTaskKey = (key: TaskKey): Uint8Array => encode("task's key", taskKeySchema, key);

/**
 * A sealed note as canonical bytes. `sealNote` makes one.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * packContent(encodeSealedNote(sealNote({ note, readers })))
 */
export const encodeSealedNote = (note: SealedNote): Uint8Array => encode("note", sealedNoteSchema, note);

/**
 * A profile as canonical bytes.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * encodeProfile({ v: 1, name: "Ada", about: "I draw." })
 */
export const encodeProfile = (body: Profile): Uint8Array => encode("profile", profileSchema, body);

/**
 * A note as canonical bytes.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * encodeNote({ v: 1, text: "The second page is missing." })
 */
export const encodeNote = (body: Note): Uint8Array => encode("note", noteSchema, body);

/**
 * Reads a task's body from bytes or text somebody stored. It is data to show, never markup to run.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * parseTaskBody(bytes).title
 */
export const parseTaskBody = (source: Uint8Array | string): TaskBody => parse("task", taskBodySchema, source);

/**
 * Reads a sealed task's body. `openTaskBody` opens it.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * parseSealedTaskBody(bytes).title
 */
export const parseSealedTaskBody = (source: Uint8Array | string): SealedTaskBody =>
  parse("sealed task", sealedTaskBodySchema, source);

/**
 * Reads a task's key. Whether it is genuine says `checkTaskKey`.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * parseTaskKey(bytes).accountId
 */
export const parseTaskKey = (source: Uint8Array | string): TaskKey =>
  parse("task's key", taskKeySchema, source);

/**
 * Reads a sealed note. `openNote` opens it.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * parseSealedNote(bytes).envelopes.length
 */
export const parseSealedNote = (source: Uint8Array | string): SealedNote =>
  parse("note", sealedNoteSchema, source);

/**
 * Reads a deliverable from opened bytes.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * parseDeliverable(open({ envelope, privateKey, taskId })).text
 */
export const parseDeliverable = (source: Uint8Array | string): Deliverable =>
  parse("deliverable", deliverableSchema, source);

/**
 * Reads a profile.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * parseProfile(bytes).name
 */
export const parseProfile = (source: Uint8Array | string): Profile => parse("profile", profileSchema, source);

/**
 * Reads a note.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * parseNote(bytes).text
 */
export const parseNote = (source: Uint8Array | string): Note => parse("note", noteSchema, source);

function encode<T>(what: string, schema: z.ZodType<T>, value: T): Uint8Array {
  const bytes = canonicalBytes(check(what, schema, value));
  if (bytes.length > maxContentBytes) throw tooLarge(what, bytes.length);
  return bytes;
}

function parse<T>(what: string, schema: z.ZodType<T>, source: Uint8Array | string): T {
  const size = typeof source === "string" ? new TextEncoder().encode(source).length : source.length;
  if (size > maxContentBytes) throw tooLarge(what, size);
  let value: unknown;
  try {
    const text =
      typeof source === "string" ? source : new TextDecoder("utf-8", { fatal: true }).decode(source);
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(what, "it is not JSON text", cause);
  }
  return check(what, schema, value);
}

function check<T>(what: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.length ? `its ${issue.path.join(".")}` : "its shape";
  throw invalid(what, `${where} is wrong (${issue?.message ?? "unknown"})`, parsed.error);
}

const invalid = (what: string, why: string, cause: unknown) =>
  new PeerCommonsError({
    code: "ContentInvalid",
    message: `This ${what} cannot be used: ${why}. Correct that and try again.`,
    args: { what, why },
    cause,
  });

const tooLarge = (what: string, bytes: number) =>
  new PeerCommonsError({
    code: "ContentTooLarge",
    message: `This ${what} is ${Math.ceil(bytes / 1024)} KiB, and at most ${maxContentBytes / 1024} KiB are kept. Shorten it, or link to the large part.`,
    args: { what, bytes, max: maxContentBytes },
  });
