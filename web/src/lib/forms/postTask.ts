import { formatPeer, onePeer, TaskFlags, taskTerms } from "@peercommons/sdk";
import {
  encodeSealedTaskBody,
  encodeTaskBody,
  newSalt,
  packContent,
  saltHashOf,
  type TaskBody,
} from "@peercommons/sdk/content";
import { attachedFile, maxFiles, type SkillRef } from "@peercommons/sdk/schemas";
import { sealTaskBody, taskContentKey } from "@peercommons/sdk/sealing";
import type { Hex } from "viem";
import { z } from "zod";
import type { ParametersOf } from "@/transactions/registry";
import { contentPartOf } from "../contentPart";
import { readAmount } from "./amount";

/** A task being written. `draftId` and `salt` stay the same until it is posted, so that it is posted once. */
export const postDraft = z.object({
  draftId: z.string(),
  salt: z.string(),
  skillId: z.int().nullable(),
  title: z.string().max(200),
  text: z.string().max(25_000),
  deliver: z.array(z.string().max(400)).max(10),
  price: z.string().max(40),
  effort: z.int().min(0).max(4),
  /** unix hour; null until chosen, which means a week from now */
  deadlineHour: z.int().nullable(),
  reviewHours: z.int().min(1).max(336),
  botsFirst: z.boolean(),
  /** only the poster and whoever claims it read the details */
  sealed: z.boolean(),
  files: z.array(attachedFile).max(maxFiles),
});
export type PostDraft = z.infer<typeof postDraft>;

export const minimumPrice = onePeer / 10n;
export const longestDays = 60;
const HOUR = 3_600;

export function emptyDraft(): PostDraft {
  return {
    draftId: crypto.randomUUID(),
    salt: newSalt(),
    skillId: null,
    title: "",
    text: "",
    deliver: [],
    price: "",
    effort: 1,
    deadlineHour: null,
    reviewHours: 72,
    botsFirst: true,
    sealed: false,
    files: [],
  };
}

/** Nothing in it that would be a loss. */
export const isBlank = (draft: PostDraft): boolean =>
  draft.title.trim() === "" &&
  draft.text.trim() === "" &&
  draft.price.trim() === "" &&
  draft.files.length === 0 &&
  draft.deliver.every((point) => point.trim() === "");

/** The chosen deadline, or a week from now, as a unix hour. */
export const deadlineOf = (draft: PostDraft, now: number): number =>
  draft.deadlineHour ?? Math.floor(now / HOUR) + 7 * 24;

/** Bots are the commons' and run on anybody's computer: what is sealed is for one person. */
export const botsMayTry = (draft: PostDraft): boolean => draft.botsFirst && !draft.sealed;

export type PostErrors = Partial<
  Record<"skillId" | "title" | "price" | "deadlineHour" | "text" | "deliver", string>
>;

/** What keeps a draft from being posted, a sentence for each field. `available` is null while it is not known. */
export function checkPost(draft: PostDraft, p: { now: number; available: bigint | null }): PostErrors {
  const errors: PostErrors = {};
  if (draft.skillId === null)
    errors.skillId = "Choose the skill it needs; people and bots of that skill will see it.";
  const title = draft.title.trim();
  if (title === "") errors.title = "Give it a title: what should be there in the end?";
  if (title.length > 120)
    errors.title = `The title has ${title.length} characters and 120 fit. Move the details into the text.`;
  if (draft.text.length > 20_000)
    errors.text = `The text has ${draft.text.length} characters and 20,000 fit. Shorten it, or link to the large part.`;
  if (draft.deliver.some((point) => point.length > 280))
    errors.deliver = "One of the points has more than 280 characters. Split it in two.";
  const price = priceError(draft.price, p.available);
  if (price) errors.price = price;
  const hours = deadlineOf(draft, p.now) - p.now / HOUR;
  if (hours < 1)
    errors.deadlineHour = "The deadline is in the past or within the hour. Give people more time.";
  if (hours > longestDays * 24)
    errors.deadlineHour = `A deadline is at most ${longestDays} days ahead. Choose an earlier one; you can post again.`;
  return errors;
}

function priceError(text: string, available: bigint | null): string | undefined {
  const price = readAmount(text);
  if (!price.ok) return price.sentence;
  if (price.amount < minimumPrice) return `The lowest price is ${formatPeer(minimumPrice)} PEER.`;
  if (available !== null && price.amount > available) {
    return `You can spend ${formatPeer(available)} PEER just now. Offer less, or earn some first.`;
  }
  return undefined;
}

/** A checked draft as what the transaction needs. `sealing` is the poster's private sealing key, needed for a sealed one. */
export function postParameters(
  draft: PostDraft,
  p: {
    now: number;
    posterId: number;
    skill: SkillRef;
    quotedBand: number | null;
    sealing: Uint8Array | null;
  },
): ParametersOf<"postTask"> {
  const price = readAmount(draft.price);
  if (!price.ok) throw new Error(price.sentence);
  const deliver = draft.deliver.map((point) => point.trim()).filter((point) => point !== "");
  const title = draft.title.trim();
  const files = draft.files.length > 0 ? draft.files : undefined;
  const body: TaskBody = { v: 1, title, text: draft.text.trim(), deliver, files };
  const botsFirst = botsMayTry(draft);
  const terms = taskTerms({
    skillId: p.skill.skillId,
    price: price.amount,
    effort: draft.effort,
    deadlineAt: deadlineOf(draft, p.now) * HOUR,
    reviewHours: draft.reviewHours,
    flags: (botsFirst ? 0 : TaskFlags.HUMAN_ONLY) | (draft.sealed ? TaskFlags.SEALED : 0),
    quotedBand: p.quotedBand ?? undefined,
  });
  return {
    draftId: draft.draftId,
    posterId: p.posterId,
    title,
    skill: p.skill,
    botsFirst,
    sealed: draft.sealed,
    terms: { ...terms, price: terms.price.toString() },
    content: contentPartOf(packContent(bytesOf(draft, body, p.sealing), draft.salt as Hex)),
  };
}

function bytesOf(draft: PostDraft, body: TaskBody, sealing: Uint8Array | null): Uint8Array {
  if (!draft.sealed) return encodeTaskBody(body);
  if (sealing === null) throw new Error("The wallet has to sign once before the details can be sealed.");
  const contentKey = taskContentKey({ privateKey: sealing, saltHash: saltHashOf(draft.salt as Hex) });
  return encodeSealedTaskBody(sealTaskBody({ body, contentKey }));
}
