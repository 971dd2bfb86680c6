import { encodeTask, type Task, TaskFlags } from "@peercommons/sdk";
import { describe, expect, it } from "vitest";
import { readEnvironment } from "../../indexer/environment.ts";
import { relayerConfig } from "../../indexer/relayer/config.ts";
import { dueAtOf, newTask, perHour, rankOf, taskColumns } from "../../indexer/rows/task.ts";
import { kindOf, shareOf } from "../../indexer/rows/transfer.ts";
import { expiringOf } from "../../indexer/src/api/accounts/expiring.ts";
import { needOf } from "../../indexer/src/api/accounts/need.ts";
import { warningsOf } from "../../indexer/src/api/accounts/warnings.ts";
import { decodeCheckpoint } from "../../indexer/src/api/common/checkpoint.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../../indexer/src/api/common/cursor.ts";
import { flagsOf, stageOf, statusOf } from "../../indexer/src/api/tasks/stage.ts";
import { Recent } from "../../indexer/store/cache.ts";
import { Problem, problemBody } from "../../indexer/store/problem.ts";
import { fc } from "./support/fc.ts";

const hour = 3_600;
const opened = 1_764_000_000;
const someTask: Task = {
  workerId: 0,
  price: 4_000_000n,
  skillId: 2,
  changedAt: opened,
  openedAt: opened,
  deadlineHour: opened / hour + 48,
  claimHours: 4,
  reviewHours: 72,
  lo: 2,
  hi: 3,
  band: 1,
  effort: 1,
  state: "Open",
  botTries: 0,
  revisions: 0,
  flags: TaskFlags.HUMAN_ONLY,
  tau: 6,
  daysAhead: 2,
};

describe("a task's columns", () => {
  it("hold the storage word's fields and its fixed instants", () => {
    const row = newTask({
      taskId: (7n << 32n) | 3n,
      contentId: "0x01",
      word: encodeTask(someTask),
      at: opened,
    });
    expect(row).toMatchObject({
      posterId: 7,
      state: "Open",
      price: 4_000_000n,
      perHour: 4_000_000n,
      peopleAt: opened,
    });
    expect(row.everyoneAt).toBe(opened + 12 * 1_800);
    expect(row.deadlineAt).toBe(opened + 48 * hour);
  });

  it("say when each state ends by itself", () => {
    const due = (state: Task["state"]) => dueAtOf({ ...someTask, state }) - opened;
    expect(due("Open")).toBe(48 * hour);
    expect(due("Claimed")).toBe(4 * hour);
    const again = { ...someTask, state: "Claimed", revisions: 1 } as const;
    expect(dueAtOf(again) - opened).toBe(24 * hour);
    expect(dueAtOf({ ...again, claimHours: 72 }) - opened).toBe(72 * hour);
    expect(due("Delivered")).toBe(24 * hour);
    expect(due("Submitted")).toBe(72 * hour);
    expect(due("Rejected")).toBe(72 * hour);
    expect(due("Disputed")).toBe(168 * hour);
  });

  it("rank by opening, and half an hour a doubling of the price", () => {
    expect(rankOf(opened, 2_000_000n) - rankOf(opened, 1_000_000n)).toBe(1_800);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000_000 }),
        fc.bigInt({ min: 1n, max: (1n << 56n) - 1n }),
        (at, price) => {
          // Fits the column, and only a later opening or a higher price ranks higher.
          expect(rankOf(at, price)).toBeLessThan(2 ** 31);
          expect(rankOf(at + 1, price)).toBeGreaterThan(rankOf(at, price));
        },
      ),
    );
  });

  it("price an hour by the class of effort", () => {
    expect([0, 1, 2, 3, 4].map((effort) => perHour(8_000_000n, effort))).toEqual([
      32_000_000n,
      8_000_000n,
      2_000_000n,
      1_000_000n,
      200_000n,
    ]);
  });

  it("never hold a number a column cannot", () => {
    const wide = {
      ...someTask,
      price: (1n << 56n) - 1n,
      openedAt: 2 ** 31 - 1,
      deadlineHour: 2 ** 19,
      tau: 255,
      flags: 63,
    };
    const row = taskColumns(encodeTask(wide));
    expect(row.perHour).toBeLessThan(2n ** 63n);
    expect(row.peopleAt).toBeLessThan(2 ** 31);
  });
});

describe("a move of money", () => {
  const roles = {
    market: "market",
    income: "income",
    clearing: "clearing",
    gate: "gate",
    commons: "commons",
  };
  const cases: [string, string, string][] = [
    ["ada", "ben", "pay"],
    ["ada", "market", "escrow"],
    ["market", "ada", "wage"],
    ["market", "commons", "demurrage"],
    ["ada", "commons", "demurrage"],
    ["commons", "income", "epoch"],
    ["income", "ada", "income"],
    ["income", "commons", "expired"],
    ["ada", "clearing", "invoice"],
    ["clearing", "ben", "invoice"],
    ["gate", "ada", "broughtIn"],
    ["ada", "gate", "takenOut"],
  ];
  for (const [from, to, kind] of cases) {
    it(`from ${from} to ${to} is ${kind}`, () => expect(kindOf({ from, to }, roles)).toBe(kind));
  }
});

describe("a part of a bot's income", () => {
  const receivers = { payee: "payee", pot: "pot", operator: "host", commons: "commons", commonsPart: 7n };
  const cases: [string, string, bigint, string | null][] = [
    ["payee", "host", 2n, "compute"],
    ["payee", "ada", 3n, "creatorShare"],
    ["payee", "commons", 7n, "commonsShare"],
    ["payee", "pot", 8n, "potShare"],
    ["payee", "commons", 1n, null],
    ["host", "commons", 7n, null],
    ["pot", "commons", 7n, null],
  ];
  for (const [from, to, amount, kind] of cases) {
    it(`of ${amount} from ${from} to ${to} is ${kind}`, () =>
      expect(shareOf({ from, to, amount }, receivers)).toBe(kind));
  }
});

describe("who an open task is for", () => {
  const row = { state: "Open", peopleAt: 100, everyoneAt: 20_000, deadlineAt: 50_000, tau: 6 };
  const cases: [number, string][] = [
    [99, "bots"],
    [100, "matched"],
    [100 + 1_800, "widening"],
    [20_000, "everyone"],
    [50_000, "overdue"],
  ];
  for (const [now, stage] of cases) it(`is ${stage} at ${now}`, () => expect(stageOf(row, now)).toBe(stage));
  it("is nobody's once claimed", () => expect(stageOf({ ...row, state: "Claimed" }, 100)).toBeNull());
  it("reads flags", () =>
    expect(flagsOf(TaskFlags.SEALED | TaskFlags.FLOOR)).toMatchObject({
      sealed: true,
      floor: true,
      humanOnly: false,
    }));
});

describe("what a task needs", () => {
  const row = (state: string) => ({ state, dueAt: 100, deadlineAt: 100 });
  it("asks the side that has to act, and in the end the side that gains", () => {
    expect(needOf(row("Claimed"), "worker", 50)).toMatchObject({ act: "deliver", mine: true });
    expect(needOf(row("Submitted"), "poster", 50)).toMatchObject({ act: "review", mine: true });
    expect(needOf(row("Submitted"), "worker", 50)).toMatchObject({ act: "wait", mine: false });
    expect(needOf(row("Submitted"), "worker", 100)).toMatchObject({ act: "collect", mine: true });
    expect(needOf(row("Rejected"), "worker", 50)).toMatchObject({ act: "answerRejection", mine: true });
    expect(needOf(row("Rejected"), "poster", 100)).toMatchObject({ act: "closeExpired", mine: true });
    expect(needOf(row("Open"), "poster", 100)).toMatchObject({ act: "refund", mine: true });
    expect(needOf(row("Disputed"), "worker", 100)).toMatchObject({ act: "closeExpired", mine: true });
  });
});

describe("what became of handed-in work", () => {
  const at = (logIndex: number, kind: string, outcome: string | null = null) => ({
    block: 5,
    logIndex,
    kind,
    outcome,
  });
  it("is told by the first event after it that decides", () => {
    const work = { block: 5, logIndex: 2 };
    expect(statusOf(work, [at(1, "TaskRejected")])).toBe("waiting");
    expect(statusOf(work, [at(3, "RevisionRequested"), at(4, "TaskClosed", "Accepted")])).toBe("revised");
    expect(statusOf(work, [at(3, "TaskClosed", "AutoAccepted")])).toBe("accepted");
    expect(statusOf(work, [at(3, "TaskClosed", "Halved")])).toBe("other");
    expect(statusOf(work, [at(3, "DeliveryLapsed")])).toBe("lapsed");
  });
});

describe("credit's warnings", () => {
  const calm = {
    kind: "Member",
    current: 0n,
    limit: 10n,
    refreshed: 10n,
    repayBy: null,
    frozen: false,
    seat: { live: true, until: 10 ** 9, since: 1, founder: false },
    now: 1_000,
  };
  const codes = (facts: object) => warningsOf({ ...calm, ...facts }).map(({ code }) => code);
  it("are none when all is well", () => expect(codes({})).toEqual([]));
  it("name what is wrong, the gravest first", () => {
    expect(codes({ frozen: true, repayBy: 1_000, current: -9n })).toEqual(["frozen", "overdue", "nearLimit"]);
    expect(codes({ repayBy: 1_001 })).toEqual(["overdueSoon"]);
    expect(codes({ refreshed: 11n })).toEqual(["refresh"]);
    expect(codes({ seat: { ...calm.seat, live: false } })).toEqual(["noSeat"]);
    expect(codes({ seat: { ...calm.seat, until: 1_500 } })).toEqual(["seatEnding"]);
    expect(codes({ kind: "Organisation", seat: { ...calm.seat, live: false } })).toEqual([]);
  });
});

describe("a cursor", () => {
  it("comes back as it went", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 63n) - 1n }), fc.integer(), (a, b) => {
        expect(decodeCursor("list", 2, encodeCursor("list", [a, b]))).toEqual([a, BigInt(b)]);
      }),
    );
  });
  it("is refused for another list, another order, or when it was changed", () => {
    const cursor = encodeCursor("list", [1, 2]);
    for (const attempt of [
      () => decodeCursor("other", 2, cursor),
      () => decodeCursor("list", 3, cursor),
      () => decodeCursor("list", 2, "AAAA"),
    ]) {
      expect(attempt).toThrow(Problem);
    }
  });
  it("ends where the rows end", () => {
    const page = (count: number) =>
      pageFrom([1, 2, 3].slice(0, count), 2, ["a", "b"], (row) => `after ${row}`);
    expect(page(3).nextCursor).toBe("after 2");
    expect(page(2).nextCursor).toBeNull();
  });
});

describe("small parts", () => {
  it("read Ponder's checkpoint", () => {
    expect(
      decodeCheckpoint(`1764000123${"31337".padStart(16, "0")}${"42".padStart(16, "0")}${"9".repeat(33)}`),
    ).toEqual({ at: 1_764_000_123, block: 42 });
  });
  it("forget what was not used for longest", () => {
    const recent = new Recent<string, number>(2);
    recent.set("a", 1);
    recent.set("b", 2);
    recent.get("a");
    recent.set("c", 3);
    expect([recent.get("a"), recent.get("b"), recent.get("c")]).toEqual([1, undefined, 3]);
  });
  it("make a problem with a code and a sentence", () => {
    expect(problemBody(new Problem(404, "SkillsUnknown", "There is none."))).toEqual({
      type: "urn:peercommons:problem:SkillsUnknown",
      title: "Not found",
      status: 404,
      code: "SkillsUnknown",
      detail: "There is none.",
    });
  });
  it("name a wrong setting", () => {
    expect(() => readEnvironment({ PEERCOMMONS_INDEXER_PORT: "0" })).toThrow(/PEERCOMMONS_INDEXER_PORT/);
    expect(() => relayerConfig({ PEERCOMMONS_RELAYER_DEPTH: "-1" })).toThrow(/PEERCOMMONS_RELAYER_DEPTH/);
    expect(readEnvironment({ DATABASE_URL: "" }).databaseUrl).toBeUndefined();
    expect(readEnvironment({ PEERCOMMONS_RPC: "https://a,https://b" }).rpc).toEqual([
      "https://a",
      "https://b",
    ]);
  });
});

describe("income that is about to expire", () => {
  // Eight weeks, 10 units each; the next to open is week 109, which makes what was given up to week 101 expire.
  const epochs = Array.from({ length: 8 }, (_, i) => ({ epoch: 108 - i, accumulated: BigInt(80 - i * 10) }));
  const at = (mark: bigint, expired = 0n) => expiringOf({ epochs, nextEpoch: 109, mark, expired });

  it("is the oldest week of who never took any", () => {
    expect(at(0n)).toBe(10n);
  });

  it("is nothing for a newcomer, and for who took it already", () => {
    expect(at(80n)).toBe(0n);
    expect(at(10n)).toBe(0n);
    expect(at(4n)).toBe(6n);
  });

  it("does not count twice what is lost already", () => {
    expect(at(0n, 4n)).toBe(6n);
    expect(at(0n, 10n)).toBe(0n);
  });

  it("looks at the last week that was opened, when none was eight weeks before", () => {
    const few = [
      { epoch: 108, accumulated: 30n },
      { epoch: 99, accumulated: 20n },
    ];
    expect(expiringOf({ epochs: few, nextEpoch: 109, mark: 5n, expired: 0n })).toBe(15n);
    expect(expiringOf({ epochs: [], nextEpoch: 109, mark: 0n, expired: 0n })).toBe(0n);
  });
});
