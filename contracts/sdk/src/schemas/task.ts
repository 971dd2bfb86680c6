import { z } from "zod";
import {
  accountId,
  accountRef,
  address,
  amount,
  band,
  block,
  hash,
  level,
  orNull,
  pageQuery,
  skillId,
  skillRef,
  taskId,
  time,
} from "./common.ts";
import { taskBody } from "./document.ts";

/** The contract's states, and Closed, which on chain is an empty word. */
export const taskState = z.enum([
  "Open",
  "Claimed",
  "Delivered",
  "Submitted",
  "Rejected",
  "Disputed",
  "Closed",
]);

export const taskOutcome = z.enum([
  "Accepted",
  "AutoAccepted",
  "Cancelled",
  "Refunded",
  "Conceded",
  "Settled",
  "Ruled",
  "Halved",
]);

/** Who an open task is for at the indexed block's time. */
export const taskStage = z.enum(["bots", "matched", "widening", "everyone", "overdue"]);

export const effortClass = z.int().min(0).max(4).meta({
  description: "0 a quarter of an hour, 1 an hour, 2 four hours, 3 a day of eight hours, 4 a week of forty",
});

export const taskFlags = z.object({
  humanOnly: z.boolean(),
  floor: z.boolean(),
  sealed: z.boolean(),
  onCredit: z.boolean(),
  botsDone: z.boolean(),
});

export const taskSummary = z
  .object({
    taskId,
    title: z
      .string()
      .nullable()
      .meta({ description: "null while the body has not arrived; public even where the rest is sealed" }),
    skill: skillRef,
    poster: accountRef,
    worker: orNull(accountRef),
    price: amount,
    pricePerHour: amount,
    effort: effortClass,
    state: taskState,
    outcome: taskOutcome.nullable(),
    stage: taskStage.nullable().meta({ description: "only while Open" }),
    band,
    lo: level,
    hi: level,
    flags: taskFlags,
    botTries: z.int(),
    revisions: z.int(),
    postedAt: time,
    openedAt: time,
    changedAt: time,
    deadlineAt: time,
    peopleAt: time.meta({ description: "the bots' window ends, first matched people may claim" }),
    everyoneAt: time,
    dueAt: time
      .nullable()
      .meta({ description: "when the present state ends by itself: claim, review, answer, ruling" }),
    closedAt: time.nullable(),
    rating: z.int().min(0).max(5).nullable(),
    contentId: hash,
  })
  .meta({ id: "TaskSummary" });

export const taskEventKind = z.enum([
  "TaskPosted",
  "TaskRaised",
  "TaskDelivered",
  "TaskDeclined",
  "TaskClaimed",
  "TaskReleased",
  "ClaimExpired",
  "TaskSubmitted",
  "RevisionRequested",
  "TaskRejected",
  "DeliveryLapsed",
  "TaskDisputed",
  "TaskClosed",
]);

export const timelineItem = z
  .object({
    kind: taskEventKind,
    at: time,
    block,
    tx: hash,
    actor: orNull(accountRef).meta({ description: "null where anyone may have sent it" }),
    contentId: hash.nullable(),
    note: z.string().nullable().meta({ description: "the text behind contentId, where it is a note" }),
    price: amount.nullable(),
    outcome: taskOutcome.nullable(),
    arbiter: address.nullable(),
  })
  .meta({ id: "TimelineItem" });

export const deliverableRef = z
  .object({
    contentId: hash,
    at: time,
    by: accountRef,
    byBot: z.boolean(),
    status: z.enum(["waiting", "accepted", "revised", "rejected", "lapsed", "other"]),
    stored: z.boolean().meta({ description: "the sealed bytes are in this content store" }),
  })
  .meta({ id: "DeliverableRef" });

/** GET /v1/tasks/:taskId. */
export const task = taskSummary
  .extend({
    body: orNull(taskBody),
    bodyState: z.enum(["public", "sealed", "missing", "invalid"]),
    saltHash: hash.nullable(),
    escrow: amount,
    paid: amount.nullable(),
    refunded: amount.nullable(),
    charged: amount.nullable(),
    claimHours: z.int(),
    reviewHours: z.int(),
    stepSeconds: z.int().meta({ description: "tau" }),
    posterSealingKey: hash.nullable(),
    workerSealingKey: hash.nullable().meta({ description: "what a sealed body's key is sealed to" }),
    keys: z.array(z.object({ accountId, contentId: hash, at: time })).meta({
      description: "TaskKeys of a sealed body, newest first; the content holds the key for that account",
    }),
    word: z.string().meta({ description: "the storage word, decimal" }),
    eligibility: z
      .array(z.object({ level, eligibleAt: time }))
      .meta({ description: "per level, while Open" }),
    timeline: z.array(timelineItem),
    deliverables: z.array(deliverableRef),
  })
  .meta({ id: "Task" });

export const taskSort = z.enum(["newest", "oldest", "price", "-price", "deadline", "changed"]);

const whole = (name: string) =>
  z.coerce.number().int(`${name} is a whole number`).min(0, `${name} is not negative`);

/** GET /v1/tasks. `state` and `skillId` may be given several times, separated by commas. */
export const taskQuery = pageQuery.extend({
  skillId: z
    .string()
    .regex(/^\d{1,8}(,\d{1,8}){0,19}$/, "skillId is one or more numbers, separated by commas")
    .optional(),
  state: z
    .string()
    .regex(
      /^[A-Za-z]{4,9}(,[A-Za-z]{4,9}){0,6}$/,
      "state is one or more of Open, Claimed, Delivered, Submitted, Rejected, Disputed, Closed",
    )
    .optional(),
  outcome: taskOutcome.optional(),
  posterId: whole("posterId").max(4294967295).optional(),
  workerId: whole("workerId").max(4294967295).optional(),
  minPrice: amount.optional(),
  maxPrice: amount.optional(),
  q: z.string().max(100, "q is at most 100 characters").optional(),
  sort: taskSort.default("newest"),
});

/** Why a task is in somebody's feed, or when it will be. */
export const feedWhy = z
  .object({
    kind: z.enum(["matched", "widened", "everyone", "soon"]),
    skillId,
    level: level.nullable().meta({ description: "the member's level in the skill; null without a member" }),
    lo: level,
    hi: level,
    band,
    eligibleAt: time,
    steps: z.int().meta({ description: "steps of widening from the matched range to this level" }),
  })
  .meta({ id: "FeedWhy" });

export const feedItem = z.object({ task: taskSummary, why: feedWhy }).meta({ id: "FeedItem" });

/** GET /v1/feed. `soon` adds matched tasks that become claimable within the next day. */
export const feedQuery = pageQuery.extend({
  memberId: whole("memberId").max(4294967295).optional(),
  skillId: z.coerce.number().int().min(1).max(16777215).optional(),
  soon: z.enum(["true", "false"]).default("false"),
  now: z.coerce
    .number()
    .int()
    .min(0)
    .max(4294967295)
    .optional()
    .meta({ description: "unix seconds; the indexed block's time when left out" }),
});

/** GET /v1/accounts/:accountId/work: what waits for somebody, grouped by the act it needs. */
export const workItem = z
  .object({
    role: z.enum(["worker", "poster", "operator"]),
    act: z.enum([
      "deliver",
      "share",
      "review",
      "answerRejection",
      "closeExpired",
      "collect",
      "wait",
      "refund",
    ]),
    dueAt: time.nullable(),
    overdue: z.boolean(),
    task: taskSummary,
  })
  .meta({ id: "WorkItem" });

export const work = z
  .object({ accountId, needsMe: z.array(workItem), waiting: z.array(workItem), at: time })
  .meta({ id: "Work" });

export type TaskStateName = z.infer<typeof taskState>;
export type TaskOutcomeName = z.infer<typeof taskOutcome>;
export type TaskStage = z.infer<typeof taskStage>;
export type TaskSummary = z.infer<typeof taskSummary>;
export type TimelineItem = z.infer<typeof timelineItem>;
export type DeliverableRef = z.infer<typeof deliverableRef>;
export type TaskDetail = z.infer<typeof task>;
export type TaskQuery = z.input<typeof taskQuery>;
export type FeedWhy = z.infer<typeof feedWhy>;
export type FeedItem = z.infer<typeof feedItem>;
export type WorkItem = z.infer<typeof workItem>;
export type Work = z.infer<typeof work>;
