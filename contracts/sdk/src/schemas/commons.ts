import { z } from "zod";
import { accountRef, address, amount, hash, orNull, signedAmount, skillRef, time } from "./common.ts";

/** GET /v1/commons. */
export const commons = z
  .object({
    address,
    balance: signedAmount,
    income: z.object({ demurrage: amount, bots: amount, expired: amount, gifts: amount }),
    weeks: z
      .array(
        z.object({
          epoch: z.int(),
          startsAt: time,
          demurrage: amount,
          bots: amount,
          expired: amount,
          gifts: amount,
          sharedOut: amount,
        }),
      )
      .meta({ description: "newest first" }),
    epochs: z
      .array(z.object({ epoch: z.int(), openedAt: time, share: amount, seats: z.int(), total: amount }))
      .meta({ description: "newest first" }),
    sharedOut: amount,
    claimed: amount,
    bots: z.array(z.object({ bot: accountRef, skill: skillRef, commons: amount, pot: amount })),
    pots: z
      .array(z.object({ skill: skillRef, amount }))
      .meta({ description: "what skills' pots hold; pots do not decay" }),
    at: time,
  })
  .meta({ id: "Commons" });

export const botSummary = z
  .object({
    bot: accountRef,
    name: z.string(),
    skill: skillRef,
    creator: orNull(accountRef),
    operator: address,
    payee: address,
    modelHash: hash,
    computeBps: z.int(),
    commonsBps: z.int(),
    potBps: z.int(),
    delivered: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    lapsed: z.int(),
    declined: z.int(),
    earned: amount,
    registeredAt: time,
  })
  .meta({ id: "BotSummary" });

export const splitLine = z
  .object({
    at: time,
    tx: hash,
    total: amount,
    compute: amount,
    upstream: amount,
    creator: amount,
    commons: amount,
    pot: amount,
  })
  .meta({ id: "SplitLine" });

/** GET /v1/bots/:botId. */
export const bot = botSummary
  .extend({
    pending: amount.meta({ description: "arrived and not split yet" }),
    totals: splitLine.omit({ at: true, tx: true }),
    splits: z.array(splitLine).meta({ description: "newest first" }),
  })
  .meta({ id: "Bot" });

export const botList = z.object({ items: z.array(botSummary) }).meta({ id: "BotList" });

export type Commons = z.infer<typeof commons>;
export type BotSummary = z.infer<typeof botSummary>;
export type SplitLine = z.infer<typeof splitLine>;
export type BotDetail = z.infer<typeof bot>;
