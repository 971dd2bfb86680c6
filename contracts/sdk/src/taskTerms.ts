import { effortClasses } from "./matching/price.ts";
import type { SkillId, TaskTerms } from "./types.ts";

/**
 * A poster's terms with the contract's defaults filled in: claim time by effort class, three days of review, no flags,
 * any band. The deadline is rounded down to the full hour.
 * @example
 * taskTerms({ skillId: 3, price: 5_000_000n, effort: 1, deadlineAt: now + 7 * 86_400 }).reviewHours // 72
 */
export function taskTerms(parameters: {
  skillId: SkillId;
  price: bigint;
  effort: number;
  /** unix second */
  deadlineAt: number;
  claimHours?: number;
  reviewHours?: number;
  flags?: number;
  /** the band the poster was shown; another band now refuses the post */
  quotedBand?: number;
}): TaskTerms {
  const { skillId, price, effort, deadlineAt, reviewHours = 72, flags = 0, quotedBand = 255 } = parameters;
  return {
    skillId,
    price,
    effort,
    deadlineHour: Math.floor(deadlineAt / 3600),
    claimHours: parameters.claimHours ?? effortClasses[effort]?.claimHours ?? 0,
    reviewHours,
    flags,
    quotedBand,
  };
}
