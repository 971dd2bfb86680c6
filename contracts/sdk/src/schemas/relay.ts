import { z } from "zod";
import { address, hash, hex, time } from "./common.ts";

const uint = z.string().regex(/^\d{1,78}$/, "a whole number as decimal text");

/** The signed call, numbers as decimal strings. */
export const forwardRequest = z
  .object({
    from: address,
    to: address,
    value: uint,
    gas: uint,
    nonce: uint.meta({
      description: "upper 192 bits a key of the signer's choice, lower 64 bits its sequence",
    }),
    deadline: z.int().min(0).max(281474976710655),
    data: hex.max(20_002),
  })
  .meta({ id: "ForwardRequest" });

/** POST /v1/relay. */
export const relayPost = z
  .object({ deploymentId: hash, request: forwardRequest, signature: hex.max(4_002) })
  .meta({ id: "RelayPost" });

const id = z.int().min(1).max(0xffffffff);
const taskId = uint.meta({ description: "posterId << 32 | the poster's own counter" });
const byte = z.int().min(0).max(255);
const until = z.int().min(0).max(0xffffffff).meta({ description: "unix second from which on it is refused" });
const since = z
  .int()
  .min(0)
  .max(0xffffffff)
  .meta({ description: "the task's changedAt as the actor saw it" });

/** An act on a task, as its actor signs it; big numbers as decimal strings. */
export const taskAct = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("Post"),
      taskId,
      skillId: z.int().min(0).max(0xffffff),
      price: uint,
      deadlineHour: z.int().min(0).max(0xffffff),
      effort: byte,
      claimHours: byte,
      reviewHours: z.int().min(0).max(0xffff),
      flags: byte,
      quotedBand: byte,
      contentId: hash,
      until,
    }),
    z.object({ kind: z.literal("Claim"), taskId, memberId: id, price: uint, since, until }),
    z.object({ kind: z.literal("Submit"), taskId, workerId: id, deliverableId: hash, since, until }),
    z.object({ kind: z.literal("Accept"), taskId, workerId: id, price: uint, rating: byte, since, until }),
    z.object({ kind: z.literal("Deliver"), taskId, botId: id, deliverableId: hash, since, until }),
  ])
  .meta({ id: "TaskAct" });

/** POST /v1/relay/acts. */
export const relayActPost = z
  .object({
    deploymentId: hash,
    act: taskAct,
    signer: address,
    signature: hex.length(132).meta({ description: "65 bytes, by the signer's own key" }),
  })
  .meta({ id: "RelayActPost" });

/** GET /v1/relay/next/:address : the id of the account's next post, those in the queue counted. */
export const relayNext = z.object({ address, taskId }).meta({ id: "RelayNext" });

export const relayState = z.enum(["queued", "sent", "mined", "failed", "refused"]);

/** GET /v1/relay/:id. `id` is the request's EIP-712 hash: a resend is the same request. */
export const relayed = z
  .object({
    id: hash,
    status: relayState,
    tx: hash.optional(),
    block: z.int().optional(),
    error: z.object({ code: z.string(), sentence: z.string() }).optional(),
    receivedAt: time,
  })
  .meta({ id: "Relayed" });

/** GET /v1/relay/quota/:address. */
export const relayQuota = z
  .object({
    address,
    seated: z.boolean(),
    day: z.int(),
    resetsAt: time,
    requests: z.object({ used: z.int(), limit: z.int() }),
    gas: z.object({ used: uint, limit: uint }),
    createSkill: z.object({ used: z.int(), limit: z.int() }).meta({ description: "this month" }),
  })
  .meta({ id: "RelayQuota" });

/** GET /v1/nonce/:address?key= : the next nonce, those in the queue counted. */
export const relayNonce = z.object({ address, key: uint, nonce: uint }).meta({ id: "RelayNonce" });

export type RelayActPost = z.infer<typeof relayActPost>;
export type RelayPost = z.infer<typeof relayPost>;
export type RelayState = z.infer<typeof relayState>;
export type Relayed = z.infer<typeof relayed>;
export type RelayQuota = z.infer<typeof relayQuota>;
export type RelayNonce = z.infer<typeof relayNonce>;
