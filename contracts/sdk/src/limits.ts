import { onePeer } from "./format.ts";

/**
 * Basic credit at once, in base units.
 * @example
 * formatPeer(basicStart) // "10.00"
 */
export const basicStart = 10n * onePeer;
/**
 * Basic credit after the ramp, in base units.
 * @example
 * formatPeer(basicFull) // "100.00"
 */
export const basicFull = 100n * onePeer;
/**
 * Days of the ramp, from the day the third member has paid the newcomer.
 * @example
 * rampDays // 180
 */
export const rampDays = 180;
/**
 * Different members who must have paid before the ramp starts.
 * @example
 * rampPayers // 3
 */
export const rampPayers = 3;

/**
 * A seated member's basic limit on a day: 10 PEER at once, then linear to 100 PEER over 180 days.
 * @example
 * basicLimit({ rampSinceDay: 20_000, today: 20_090 }) // 55_000_000n
 */
export function basicLimit(parameters: { rampSinceDay: number; today: number }): bigint {
  const { rampSinceDay, today } = parameters;
  if (rampSinceDay === 0 || today <= rampSinceDay) return basicStart;
  const days = Math.min(today - rampSinceDay, rampDays);
  return basicStart + ((basicFull - basicStart) * BigInt(days)) / BigInt(rampDays);
}

/**
 * The next day on which the basic limit grows, or null when it has not started or is complete.
 * @example
 * nextRampDay({ rampSinceDay: 20_000, today: 20_090 }) // 20_091
 */
export function nextRampDay(parameters: { rampSinceDay: number; today: number }): number | null {
  const { rampSinceDay, today } = parameters;
  if (rampSinceDay === 0 || today >= rampSinceDay + rampDays) return null;
  return today + 1;
}
