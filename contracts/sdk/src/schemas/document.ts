import { z } from "zod";
import { accountId, hash, hex, taskId } from "./common.ts";

/** Largest body the content store takes, in bytes. */
export const maxContentBytes = 262_144;

/** Most files beside one text, and the largest of them: sixteen contents, less what sealing adds. */
export const maxFiles = 10;
export const maxFileBytes = 16 * maxContentBytes - 64;

/**
 * A file that belongs to a document: its bytes lie sealed with `key` in the content store, cut into parts. Whoever can read the document can
 * read the file, and nobody else.
 */
export const attachedFile = z
  .object({
    name: z.string().min(1).max(120),
    mediaType: z.string().max(80),
    bytes: z.int().min(0).max(maxFileBytes),
    contentIds: z.array(hash).min(1).max(16),
    key: hash,
  })
  .meta({ id: "AttachedFile" });

const base64 = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, "sealed bytes are base64");

/** What a task asks for, as canonical JSON; public unless the poster seals it. */
export const taskBody = z
  .object({
    v: z.literal(1),
    title: z.string().min(1).max(120),
    text: z.string().max(20_000).meta({ description: "Markdown" }),
    deliver: z.array(z.string().min(1).max(280)).max(10).meta({ description: "acceptance checklist" }),
    files: z.array(attachedFile).max(maxFiles).optional(),
  })
  .meta({ id: "TaskBody" });

/** A task's body whose poster sealed it. The title is public; `sealed` holds the TaskBody. */
export const sealedTaskBody = z
  .object({
    v: z.literal(1),
    title: z.string().min(1).max(120),
    sealed: base64(maxContentBytes),
    handover: hash.meta({ description: "Ed25519 key that signs TaskKeys; whoever can read the body has it" }),
  })
  .meta({ id: "SealedTaskBody" });

/** The key of a sealed body, sealed to the account that may read it: normally the task's worker. */
export const taskKey = z
  .object({
    v: z.literal(1),
    kind: z.literal("taskKey"),
    taskId,
    accountId,
    envelope: base64(400),
    signature: z.string().regex(/^0x[0-9a-f]{128}$/, "a signature is 0x and 128 hexadecimal digits"),
  })
  .meta({ id: "TaskKey" });

/** What a worker hands in, before sealing. */
export const deliverable = z
  .object({
    v: z.literal(1),
    text: z.string().max(100_000).meta({ description: "Markdown" }),
    files: z.array(attachedFile).max(maxFiles).optional(),
  })
  .meta({ id: "Deliverable" });

/** A public profile. */
export const profile = z
  .object({ v: z.literal(1), name: z.string().min(1).max(60), about: z.string().max(2_000) })
  .meta({ id: "Profile" });

/** Why a delivery was refused or sent back, and what a skill is about. */
export const note = z.object({ v: z.literal(1), text: z.string().max(4_000) }).meta({ id: "Note" });

/** A payment's note that only its two ends can read: the same Note, sealed to each of them. */
export const sealedNote = z
  .object({ v: z.literal(1), envelopes: z.array(base64(30_000)).min(1).max(2) })
  .meta({ id: "SealedNote" });

/** PUT /v1/content/:contentId. `base64` for bytes that are not text, such as sealed envelopes. */
export const contentPut = z
  .object({
    body: z.string().max(400_000),
    encoding: z.enum(["utf8", "base64"]).default("utf8"),
    salt: hex.meta({ description: "1 to 64 bytes" }),
  })
  .meta({ id: "ContentPut" });

/** GET /v1/content/:contentId. Anyone with `saltHash` can check the body against the content id. */
export const content = z
  .object({
    contentId: hash,
    body: z.string(),
    encoding: z.enum(["utf8", "base64"]),
    saltHash: hash,
    mediaType: z.enum(["application/json", "text/plain", "application/octet-stream"]),
    bytes: z.int(),
  })
  .meta({ id: "Content" });

export const contentStored = z.object({ contentId: hash, bytes: z.int() }).meta({ id: "ContentStored" });

export type TaskBodyDocument = z.infer<typeof taskBody>;
export type DeliverableDocument = z.infer<typeof deliverable>;
export type ProfileDocument = z.infer<typeof profile>;
export type SealedTaskBodyDocument = z.infer<typeof sealedTaskBody>;
export type TaskKeyDocument = z.infer<typeof taskKey>;
export type AttachedFileDocument = z.infer<typeof attachedFile>;
export type SealedNoteDocument = z.infer<typeof sealedNote>;
export type NoteDocument = z.infer<typeof note>;
export type ContentPut = z.input<typeof contentPut>;
export type Content = z.infer<typeof content>;
