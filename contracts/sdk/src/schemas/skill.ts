import { z } from "zod";
import { accountRef, address, amount, band, hash, level, orNull, skillId, skillRef, time } from "./common.ts";
import { effortClass } from "./task.ts";

export const skillSummary = z
  .object({
    skillId,
    parentId: skillId,
    depth: z.int(),
    name: z.string(),
    symbol: z.string(),
    face: address,
    contentId: hash.nullable(),
    createdAt: time,
    creator: orNull(accountRef),
    members: z.int().meta({ description: "people with an outcome in it" }),
    openTasks: z.int(),
    doneTasks: z.int(),
    doneByBots: z.int(),
    botCount: z.int(),
    medianPricePerHour: amount.nullable().meta({ description: "the fourth octile" }),
  })
  .meta({ id: "SkillSummary" });

/** GET /v1/skills/:skillId. */
export const skill = skillSummary
  .extend({
    about: z.string().nullable(),
    path: z.array(skillRef).meta({ description: "from the top of the tree to this skill" }),
    children: z.array(skillRef),
    histogram: z.array(z.int()).length(16).meta({ description: "members by level" }),
    octiles: z.array(amount).length(7).meta({ description: "octile prices in PEER an hour" }),
    ranges: z.array(z.object({ band, lo: level, hi: level })).length(8),
    accepts: z.int().meta({ description: "accepted prices the octiles have learnt from" }),
    stepSeconds: z.int(),
    botsShare: z.number().meta({ description: "part of the finished tasks that bots did, 0 to 1" }),
    pot: amount,
    bots: z.array(accountRef),
    people: z.array(z.object({ account: accountRef, level, badge: level, done: z.int() })),
  })
  .meta({ id: "Skill" });

/** GET /v1/skills. */
export const skillList = z.object({ items: z.array(skillSummary) }).meta({ id: "SkillList" });

export const guideQuery = z.object({
  price: amount,
  effort: z.coerce.number().pipe(effortClass),
});

/** GET /v1/skills/:skillId/guide: what a price would reach. */
export const guide = z
  .object({
    skillId,
    price: amount,
    pricePerHour: amount,
    effort: effortClass,
    band,
    lo: level,
    hi: level,
    peopleMatching: z.int(),
    peopleInSkill: z.int(),
    quantiles: z.array(z.object({ octile: z.int(), pricePerHour: amount, price: amount })),
    similar: z.object({
      count: z.int(),
      median: amount.nullable(),
      p25: amount.nullable(),
      p75: amount.nullable(),
    }),
    botsInSkill: z.int(),
    botsFirst: z.object({ windowSeconds: z.int() }).meta({ description: "for a deadline far enough ahead" }),
  })
  .meta({ id: "Guide" });

export type SkillSummary = z.infer<typeof skillSummary>;
export type SkillDetail = z.infer<typeof skill>;
export type Guide = z.infer<typeof guide>;
