import type { LevelRange } from "../types.ts";

/**
 * The levels a band is for, from the number of members at each level.
 * @example
 * rangeOf(0, [3, 1]) // { lo: 0, hi: 15 }: fewer than eight members, so everyone
 */
export function rangeOf(band: number, histogram: readonly number[]): LevelRange {
  const total = membersIn(histogram, 0, 15);
  if (total < 8) return { lo: 0, hi: 15 };
  let lo = 0;
  while (membersIn(histogram, 0, lo) * 8 <= total * band) lo++;
  let hi = lo;
  while (membersIn(histogram, 0, hi) * 8 < total * (band + 1)) hi++;
  while (membersIn(histogram, lo, hi) < 5) {
    if (lo > 0) lo--;
    if (hi < 15) hi++;
  }
  return { lo, hi };
}

/**
 * The ranges of all eight bands, as the skill's word keeps them.
 * @example
 * rangesOf(decodeHistogram(word))[7] // who the best paid eighth is for
 */
export function rangesOf(histogram: readonly number[]): LevelRange[] {
  return Array.from({ length: 8 }, (_, band) => rangeOf(band, histogram));
}

function membersIn(histogram: readonly number[], lo: number, hi: number): number {
  return histogram.slice(lo, hi + 1).reduce((sum, count) => sum + count, 0);
}
