import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Attempt, Journal } from "../../host/src/journal.ts";

const town = `0x${"01".repeat(32)}`;
const attempt: Omit<Attempt, "updatedAt"> = {
  ...{
    taskId: (7n << 32n) | 3n,
    botId: 12,
    state: "solved",
    contentId: `0x${"cd".repeat(32)}`,
    envelope: new Uint8Array([80, 67, 83, 1]),
  },
  ...{ salt: `0x${"02".repeat(32)}`, confidence: 0.97, price: 2n ** 55n, note: null },
};

describe("journal", () => {
  it("gives back after a restart the very bytes that were sealed", () => {
    const journal = join(mkdtempSync(join(tmpdir(), "peercommons-journal-")), "journal.sqlite");
    const before = new Journal({ journal });
    before.put(town, attempt);
    before.close();
    const after = new Journal({ journal });
    expect(after.get(town, attempt.taskId, attempt.botId)).toMatchObject(attempt);
    after.close();
  });

  it("keeps one row a task and bot, and towns apart", () => {
    const journal = new Journal({ journal: ":memory:" });
    journal.put(town, attempt);
    journal.put(town, { ...attempt, state: "delivered" });
    journal.put(town, { ...attempt, botId: 13, state: "declined" });
    expect(journal.list(town).length).toBe(2);
    expect(journal.list(town, ["delivered"]).map(({ botId }) => botId)).toEqual([12]);
    expect(journal.list(`0x${"03".repeat(32)}`)).toEqual([]);
    journal.close();
  });
});
