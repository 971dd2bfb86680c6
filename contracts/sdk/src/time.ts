/**
 * Seconds in a day.
 * @example
 * secondsPerDay // 86_400
 */
export const secondsPerDay = 86_400;
/**
 * Seconds in an epoch of basic income and issuing budgets.
 * @example
 * secondsPerEpoch // 604_800
 */
export const secondsPerEpoch = 604_800;

/**
 * The UTC day of a unix second.
 * @example
 * dayOf(86_400) // 1
 */
export const dayOf = (at: number): number => Math.floor(at / secondsPerDay);

/**
 * The week of basic income and issuing budgets of a unix second.
 * @example
 * epochOf(604_800) // 1
 */
export const epochOf = (at: number): number => Math.floor(at / secondsPerEpoch);

/**
 * Whether an account's seat counts on a day.
 * @example
 * isSeatedOn({ seatUntilDay: 20_180 }, 20_000) // true
 */
export const isSeatedOn = (account: { seatUntilDay: number }, today: number): boolean =>
  today < account.seatUntilDay;
