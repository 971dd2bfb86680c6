import type { Address, Hex } from "viem";

/** An account's 32-bit id. Ids start at 1; 0 is nobody. */
export type AccountId = number;
/** A skill's 24-bit id. 0 is PEER itself, the root. */
export type SkillId = number;
/** posterId << 32 | the poster's own counter. Use {@link taskIdOf} and {@link posterOf}. */
export type TaskId = bigint;

/**
 * What an account is, in the contract's order.
 * @example
 * accountKinds[1] // "Member"
 */
export const accountKinds = ["None", "Member", "Organisation", "Bot", "Contract"] as const;
export type AccountKind = (typeof accountKinds)[number];

/**
 * Where a task stands, in the contract's order. A closed task's word is 0, which reads as "None".
 * @example
 * taskStates[1] // "Open"
 */
export const taskStates = [
  "None",
  "Open",
  "Claimed",
  "Delivered",
  "Submitted",
  "Rejected",
  "Disputed",
] as const;
export type TaskState = (typeof taskStates)[number];

/**
 * How a task closed, in the contract's order.
 * @example
 * taskOutcomes[0] // "Accepted"
 */
export const taskOutcomes = [
  "Accepted",
  "AutoAccepted",
  "Cancelled",
  "Refunded",
  "Conceded",
  "Settled",
  "Ruled",
  "Halved",
] as const;
export type TaskOutcome = (typeof taskOutcomes)[number];

/**
 * Bits of a task's `flags`.
 * @example
 * (task.flags & TaskFlags.HUMAN_ONLY) !== 0 // no bots
 */
export const TaskFlags = { HUMAN_ONLY: 1, FLOOR: 2, SEALED: 4, ON_CREDIT: 8, BOTS_DONE: 16 } as const;

/**
 * Bits of a ledger account's `flags`.
 * @example
 * (account.flags & LedgerFlags.FROZEN) !== 0 // may receive, not pay
 */
export const LedgerFlags = {
  SYSTEM: 1,
  OPERATOR: 2,
  CORE: 4,
  OPEN: 8,
  FROZEN: 16,
  DREW: 32,
  RETURNED: 64,
} as const;

/**
 * A task as its storage word holds it. Times are unix seconds, hours are unix hours, `tau` counts 5 minutes, `daysAhead` is the
 * deadline's day less the day the price was locked.
 */
export type Task = {
  workerId: AccountId;
  price: bigint;
  skillId: SkillId;
  changedAt: number;
  openedAt: number;
  deadlineHour: number;
  claimHours: number;
  reviewHours: number;
  lo: number;
  hi: number;
  band: number;
  effort: number;
  state: TaskState;
  botTries: number;
  revisions: number;
  flags: number;
  tau: number;
  daysAhead: number;
};

/** What a member has earned in a skill. `points` in hundredths, `rating` with 8 fractional bits. */
export type Standing = {
  points: bigint;
  payers: bigint;
  rating: number;
  level: number;
  badge: number;
  inHand: number;
  done: number;
  late: number;
  lastDay: number;
  blockedUntilDay: number;
};

/** A registered account. Days are timestamp / 86400. */
export type Account = {
  owner: Address;
  kind: AccountKind;
  seatUntilDay: number;
  seatedSinceDay: number;
  skillId: SkillId;
  founder: boolean;
};

/** A skill's word in `Levels`: seven log2 octiles, number of accepted prices, level range of each band, tau. */
export type SkillWord = {
  octiles: readonly number[];
  count: number;
  ranges: readonly LevelRange[];
  tau: number;
};

/** Levels from `lo` to `hi`, both included. */
export type LevelRange = { lo: number; hi: number };

/** A ledger account's word. Money in base units, 6 decimals; `checkpoint` in log2 / 2^32. */
export type LedgerAccount = {
  balance: bigint;
  limit: bigint;
  checkpoint: bigint;
  negativeSinceDay: number;
  locks: number;
  flags: number;
};

/** A bot's terms, fixed when it registered. Parts in basis points. */
export type Bot = {
  skillId: SkillId;
  creatorId: AccountId;
  computeBps: number;
  commonsBps: number;
  potBps: number;
};

/** A skill in the tree. `createdAt` is a unix second. */
export type Skill = { parentId: SkillId; depth: number; creatorId: AccountId; createdAt: number };

/** What a poster asks for; see `TaskTerms` in ITaskMarket.sol. */
export type TaskTerms = {
  skillId: SkillId;
  price: bigint;
  deadlineHour: number;
  effort: number;
  claimHours: number;
  reviewHours: number;
  flags: number;
  quotedBand: number;
};

/** A call somebody signs for a relayer to send. */
export type ForwardRequest = {
  from: Address;
  to: Address;
  value: bigint;
  gas: bigint;
  nonce: bigint;
  deadline: number;
  data: Hex;
};
