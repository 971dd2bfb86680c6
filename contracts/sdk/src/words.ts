import { getAddress, numberToHex } from "viem";
import { type Field, pack, unpack } from "./bits.ts";
import {
  type Account,
  accountKinds,
  type LedgerAccount,
  type LevelRange,
  type SkillWord,
  type Standing,
  type Task,
  type TaskOutcome,
  taskOutcomes,
  taskStates,
} from "./types.ts";

const taskFields = [
  ["workerId", 32],
  ["price", 56],
  ["skillId", 24],
  ["changedAt", 32],
  ["openedAt", 32],
  ["deadlineHour", 20],
  ["claimHours", 7],
  ["reviewHours", 9],
  ["lo", 4],
  ["hi", 4],
  ["band", 3],
  ["effort", 3],
  ["state", 3],
  ["botTries", 2],
  ["revisions", 2],
  ["flags", 6],
  ["tau", 8],
  ["daysAhead", 6],
] as const satisfies readonly Field[];

const endingFields = [
  ["paid", 56],
  ["refunded", 56],
  ["charged", 56],
  ["outcome", 8],
  ["rating", 8],
] as const satisfies readonly Field[];

const standingFields = [
  ["points", 48],
  ["payers", 64],
  ["rating", 16],
  ["level", 8],
  ["badge", 8],
  ["inHand", 8],
  ["done", 24],
  ["late", 16],
  ["lastDay", 16],
  ["blockedUntilDay", 16],
] as const satisfies readonly Field[];

const ledgerFields = [
  ["balance", 96],
  ["limit", 64],
  ["checkpoint", 40],
  ["negativeSinceDay", 16],
  ["locks", 32],
  ["flags", 8],
] as const satisfies readonly Field[];

const at = (values: Record<string, bigint>, name: string): bigint => values[name] ?? 0n;
const num = (values: Record<string, bigint>, name: string): number => Number(at(values, name));

/**
 * Reads a task's storage word, as every TaskMarket event carries it. A word of 0 is a closed or unknown task: state "None".
 * @example
 * decodeTask(word).state // "Open"
 */
export function decodeTask(word: bigint): Task {
  const v = unpack(word, taskFields);
  return {
    workerId: num(v, "workerId"),
    price: at(v, "price"),
    skillId: num(v, "skillId"),
    changedAt: num(v, "changedAt"),
    openedAt: num(v, "openedAt"),
    deadlineHour: num(v, "deadlineHour"),
    claimHours: num(v, "claimHours"),
    reviewHours: num(v, "reviewHours"),
    lo: num(v, "lo"),
    hi: num(v, "hi"),
    band: num(v, "band"),
    effort: num(v, "effort"),
    state: taskStates[num(v, "state")] ?? "None",
    botTries: num(v, "botTries"),
    revisions: num(v, "revisions"),
    flags: num(v, "flags"),
    tau: num(v, "tau"),
    daysAhead: num(v, "daysAhead"),
  };
}

/**
 * Writes a task's storage word; the inverse of {@link decodeTask}.
 * @throws RangeError when a field does not fit
 * @example
 * encodeTask(decodeTask(word)) === word
 */
export function encodeTask(task: Task): bigint {
  return pack({ ...task, state: taskStates.indexOf(task.state) }, taskFields);
}

/** How a task closed: where its price went, in base units, and the poster's rating, 0 for none. */
export type Ending = {
  paid: bigint;
  refunded: bigint;
  charged: bigint;
  outcome: TaskOutcome;
  rating: number;
};

/**
 * Reads how a task closed, as TaskClosed carries it.
 * @example
 * decodeEnding(ending).outcome // "Accepted"
 */
export function decodeEnding(word: bigint): Ending {
  const v = unpack(word, endingFields);
  return {
    paid: at(v, "paid"),
    refunded: at(v, "refunded"),
    charged: at(v, "charged"),
    outcome: taskOutcomes[num(v, "outcome")] ?? "Accepted",
    rating: num(v, "rating"),
  };
}

/**
 * Reads a member's standing in a skill, as OutcomeRecorded and StandingChanged carry it.
 * @example
 * decodeStanding(word).level // 3
 */
export function decodeStanding(word: bigint): Standing {
  const v = unpack(word, standingFields);
  return {
    points: at(v, "points"),
    payers: at(v, "payers"),
    rating: num(v, "rating"),
    level: num(v, "level"),
    badge: num(v, "badge"),
    inHand: num(v, "inHand"),
    done: num(v, "done"),
    late: num(v, "late"),
    lastDay: num(v, "lastDay"),
    blockedUntilDay: num(v, "blockedUntilDay"),
  };
}

/**
 * Writes a standing's word; the inverse of {@link decodeStanding}.
 * @throws RangeError when a field does not fit
 * @example
 * encodeStanding(decodeStanding(word)) === word
 */
export function encodeStanding(standing: Standing): bigint {
  return pack(standing, standingFields);
}

/**
 * Reads a skill's word in Levels, as SkillWordChanged carries it.
 * @example
 * decodeSkillWord(word).octiles.length // 7
 */
export function decodeSkillWord(word: bigint): SkillWord {
  const octiles = Array.from({ length: 7 }, (_, i) => Number((word >> BigInt(16 * i)) & 0xffffn));
  const ranges: LevelRange[] = Array.from({ length: 8 }, (_, band) => {
    const nibbles = Number((word >> BigInt(144 + 8 * band)) & 0xffn);
    return { lo: nibbles & 15, hi: nibbles >> 4 };
  });
  return {
    octiles,
    count: Number((word >> 112n) & 0xffffffffn),
    ranges,
    tau: Number((word >> 208n) & 0xffn),
  };
}

/**
 * Writes a skill's word; the inverse of {@link decodeSkillWord}.
 * @throws RangeError when a field does not fit
 * @example
 * encodeSkillWord(decodeSkillWord(word)) === word
 */
export function encodeSkillWord(skill: SkillWord): bigint {
  const fields: Field[] = [];
  const values: Record<string, number> = {};
  const add = (name: string, bits: number, value: number) => {
    fields.push([name, bits]);
    values[name] = value;
  };
  for (let i = 0; i < 7; i++) add(`octile ${i + 1}`, 16, skill.octiles[i] ?? 0);
  add("count", 32, skill.count);
  for (let band = 0; band < 8; band++) {
    add(`lo of band ${band}`, 4, skill.ranges[band]?.lo ?? 0);
    add(`hi of band ${band}`, 4, skill.ranges[band]?.hi ?? 0);
  }
  add("tau", 8, skill.tau);
  return pack(values, fields);
}

/**
 * Members per level, 0 to 15, from HistogramChanged.
 * @example
 * decodeHistogram(word)[0] // members at level 0
 */
export function decodeHistogram(word: bigint): number[] {
  return Array.from({ length: 16 }, (_, level) => Number((word >> BigInt(16 * level)) & 0xffffn));
}

/**
 * The inverse of {@link decodeHistogram}; counts saturate at 65,535 as on chain.
 * @example
 * encodeHistogram([3]) // 3n
 */
export function encodeHistogram(counts: readonly number[]): bigint {
  return counts
    .slice(0, 16)
    .reduce((word, count, level) => word | (BigInt(Math.min(count, 65_535)) << BigInt(16 * level)), 0n);
}

/**
 * Reads an account's word, as `Members.accountWord` returns it.
 * @example
 * decodeAccount(word).kind // "Member"
 */
export function decodeAccount(word: bigint): Account {
  return {
    owner: getAddress(numberToHex(word & ((1n << 160n) - 1n), { size: 20 })),
    kind: accountKinds[Number((word >> 160n) & 0xffn)] ?? "None",
    seatUntilDay: Number((word >> 168n) & 0xffffn),
    seatedSinceDay: Number((word >> 184n) & 0xffffn),
    skillId: Number((word >> 200n) & 0xffffffn),
    founder: ((word >> 224n) & 1n) === 1n,
  };
}

/**
 * Reads a ledger account's storage word; the balance is signed.
 * @example
 * decodeLedgerAccount(word).balance // -4_000_000n: four PEER of debt
 */
export function decodeLedgerAccount(word: bigint): LedgerAccount {
  const v = unpack(word, ledgerFields);
  return {
    balance: BigInt.asIntN(96, at(v, "balance")),
    limit: at(v, "limit"),
    checkpoint: at(v, "checkpoint"),
    negativeSinceDay: num(v, "negativeSinceDay"),
    locks: num(v, "locks"),
    flags: num(v, "flags"),
  };
}
