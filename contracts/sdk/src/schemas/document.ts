import { z } from "zod";
import { hash, hex } from "./common.ts";

/** Largest body the content store takes, in bytes. */
export const maxContentBytes = 262_144;

const attachment = z.object({
  name: z.string().min(1).max(120),
  contentId: hash,
  mediaType: z.string().max(80),
  bytes: z.int().min(0).max(maxContentBytes),
});

/** What a task asks for, as canonical JSON; public unless the poster seals it. */
export const taskBody = z
  .object({
    v: z.literal(1),
    title: z.string().min(1).max(120),
    text: z.string().max(20_000).meta({ description: "Markdown" }),
    deliver: z.array(z.string().min(1).max(280)).max(10).meta({ description: "acceptance checklist" }),
    attachments: z.array(attachment).max(10).optional(),
  })
  .meta({ id: "TaskBody" });

/** What a worker hands in, before sealing. */
export const deliverable = z
  .object({
    v: z.literal(1),
    text: z.string().max(100_000).meta({ description: "Markdown" }),
    files: z
      .array(
        z.object({ name: z.string().min(1).max(120), mediaType: z.string().max(80), base64: z.string() }),
      )
      .max(10)
      .optional(),
  })
  .meta({ id: "Deliverable" });

/** A public profile. */
export const profile = z
  .object({ v: z.literal(1), name: z.string().min(1).max(60), about: z.string().max(2_000) })
  .meta({ id: "Profile" });

/** Why a delivery was refused or sent back, and what a skill is about. */
export const note = z.object({ v: z.literal(1), text: z.string().max(4_000) }).meta({ id: "Note" });

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
export type NoteDocument = z.infer<typeof note>;
export type ContentPut = z.input<typeof contentPut>;
export type Content = z.infer<typeof content>;
