import { z } from "zod";
import {
  accountId,
  accountKind,
  accountRef,
  address,
  hash,
  level,
  orNull,
  pageQuery,
  skillRef,
  time,
} from "./common.ts";

export const seat = z
  .object({
    live: z.boolean(),
    until: time.nullable(),
    since: time.nullable(),
    founder: z.boolean(),
  })
  .meta({ id: "Seat" });

export const standing = z
  .object({
    skill: skillRef,
    points: z.int().meta({ description: "hundredths of a point" }),
    rating: z.int().meta({ description: "0 to 4095, 256 a level" }),
    level,
    badge: level,
    inHand: z.int(),
    inHandLimit: z.int(),
    done: z.int(),
    late: z.int(),
    payers: z.int().meta({ description: "different trusted payers" }),
    lastAt: time.nullable(),
    blockedUntil: time.nullable(),
  })
  .meta({ id: "Standing" });

/** GET /v1/accounts/:address and by id. */
export const account = z
  .object({
    accountId,
    kind: accountKind,
    address,
    name: z.string(),
    about: z.string(),
    profileId: hash.nullable(),
    sealingKey: hash.nullable(),
    registeredAt: time,
    seat,
  })
  .meta({ id: "Account" });

export const personSummary = z
  .object({
    account: accountRef,
    seat,
    best: z.array(z.object({ skill: skillRef, level })).max(5),
    tasksDone: z.int(),
    tasksPosted: z.int(),
    registeredAt: time,
  })
  .meta({ id: "PersonSummary" });

/** GET /v1/people/:accountId. */
export const person = account
  .extend({
    standings: z.array(standing),
    tasksDone: z.int(),
    tasksPosted: z.int(),
    tasksAccepted: z.int().meta({ description: "posted tasks it accepted and paid" }),
    tasksRefused: z.int().meta({ description: "deliveries of its tasks it rejected" }),
    averageRating: z.number().nullable(),
    sponsors: z.array(accountRef),
    sponsored: z.array(accountRef),
    backing: z.object({ names: orNull(accountRef), namedBy: z.array(accountRef), counts: z.boolean() }).meta({
      description:
        "a member names the organisation it stands behind, an organisation its backer; it counts while each names the other",
    }),
    previousAddresses: z.array(address),
  })
  .meta({ id: "Person" });

export const peopleQuery = pageQuery.extend({
  q: z.string().max(100, "q is at most 100 characters").optional(),
  skillId: z.coerce.number().int().min(1).max(16777215).optional(),
  kind: accountKind.optional(),
});

/** GET /v1/accounts/:accountId/activity: things that happened to or by somebody, newest first. */
export const activityItem = z
  .object({
    kind: z.string().meta({ description: "event name", example: "TaskClaimed" }),
    at: time,
    block: z.int(),
    tx: hash,
    taskId: z.string().nullable(),
    title: z.string().nullable(),
    skillId: z.int().nullable(),
    counterparty: orNull(accountRef),
    amount: z.string().nullable(),
    detail: z.string().nullable(),
  })
  .meta({ id: "ActivityItem" });

export type Seat = z.infer<typeof seat>;
export type StandingView = z.infer<typeof standing>;
export type AccountView = z.infer<typeof account>;
export type PersonSummary = z.infer<typeof personSummary>;
export type Person = z.infer<typeof person>;
export type ActivityItem = z.infer<typeof activityItem>;
