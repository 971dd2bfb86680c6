/** Door `@peercommons/sdk/matching`: who may take a task and when; contracts/skill/README.md in TypeScript. */

export {
  botMayDeliver,
  deadlineOf,
  type EligibilityInstants,
  eligibilityInstants,
  eligibleAt,
  handLimit,
  stepsTo,
} from "./matching/eligibility.ts";
export { explainMatch, type Match, type MatchKind, matchOf } from "./matching/explain.ts";
export {
  bandOf,
  effortClasses,
  learnPrice,
  log2Price,
  priceOfUnit,
  startOctiles,
  unitPriceOf,
} from "./matching/price.ts";
export { rangeOf, rangesOf } from "./matching/range.ts";
