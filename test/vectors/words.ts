// Storage words and their fields.
import { encodeStanding, encodeTask, type Standing, type Task, taskStates } from "@peercommons/sdk";
import { toHex } from "viem";
import { Random } from "./random.ts";

const text = <T extends object>(value: T) =>
  Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, typeof field === "bigint" ? field.toString() : field]),
  );

export function wordVectors() {
  const random = new Random(3n);
  const num = (bits: number) => Number(random.bits(bits));
  const tasks: Task[] = Array.from({ length: 40 }, (_, i) => ({
    workerId: num(32),
    price: random.bits(56),
    skillId: num(24),
    changedAt: num(32),
    openedAt: num(32),
    deadlineHour: num(20),
    claimHours: num(7),
    reviewHours: num(9),
    lo: num(4),
    hi: num(4),
    band: num(3),
    effort: num(3),
    state: taskStates[i % taskStates.length] ?? "None",
    botTries: num(2),
    revisions: num(2),
    flags: num(6),
    tau: num(8),
    daysAhead: num(6),
  }));
  const standings: Standing[] = Array.from({ length: 40 }, () => ({
    points: random.bits(48),
    payers: random.bits(64),
    rating: num(16),
    level: num(8),
    badge: num(8),
    inHand: num(8),
    done: num(24),
    late: num(16),
    lastDay: num(16),
    blockedUntilDay: num(16),
  }));
  return {
    tasks: tasks.map((task) => ({ word: toHex(encodeTask(task), { size: 32 }), task: text(task) })),
    standings: standings.map((standing) => ({
      word: toHex(encodeStanding(standing), { size: 32 }),
      standing: text(standing),
    })),
  };
}
