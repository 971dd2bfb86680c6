import { statementKind } from "@peercommons/sdk/schemas";
import { describe, expect, it } from "vitest";
import { exactPeer, shortPeer } from "@/lib/format/money";
import { count, duration, relativeTime } from "@/lib/format/time";
import { statementSentence } from "@/lib/sentences/statement";
import { standsSentence } from "@/lib/sentences/task";
import { whySentence } from "@/lib/sentences/why";
import { groupWork } from "@/lib/sentences/work";
import { readOffer, writeOffer } from "@/lib/settlement";
import { bruno, lineWith, taskWith } from "./fixtures";

describe("money", () => {
  it("is cut toward zero to two decimals, and never shows nothing for something", () => {
    expect(shortPeer(1_239_999n)).toBe("1.23");
    expect(shortPeer(-1_239_999n)).toBe("−1.23");
    expect(shortPeer(1_234_567_890_000n)).toBe("1,234,567.89");
    expect(shortPeer(1n)).toBe("0.000001");
    expect(shortPeer(0n)).toBe("0.00");
    expect(shortPeer(5_000_000n, { plus: true })).toBe("+5.00");
  });

  it("keeps its exact value", () => {
    expect(exactPeer(-1_239_999n)).toBe("−1.239999");
  });
});

describe("time", () => {
  it("is relative, with the largest unit that fits", () => {
    expect(relativeTime(1_000, 1_010)).toBe("now");
    expect(relativeTime(4_600, 1_000)).toBe("in 1 hour");
    expect(relativeTime(1_000, 1_000 + 86_400)).toBe("yesterday");
    expect(duration(600)).toBe("10 minutes");
    expect(count(1, "person", "people")).toBe("1 person");
  });
});

describe("a statement line", () => {
  it("has words for every kind, in both directions", () => {
    for (const kind of statementKind.options) {
      expect(statementSentence(lineWith({ kind })).length).toBeGreaterThan(5);
      expect(statementSentence(lineWith({ kind, amount: "-1" })).length).toBeGreaterThan(5);
    }
  });

  it("says who paid whom", () => {
    expect(statementSentence(lineWith({}))).toBe("Bruno paid you");
    expect(statementSentence(lineWith({ amount: "-1000000" }))).toBe("You paid Bruno");
    expect(statementSentence(lineWith({ counterparty: null }))).toMatch(/unknown address/);
  });
});

describe("where a task stands", () => {
  it("names the instant that matters", () => {
    expect(standsSentence(taskWith({ stage: "bots" }), 1_000_000)).toMatch(/Bots try first.*in 10 minutes/);
    expect(standsSentence(taskWith({}), 1_100_000)).toMatch(/deadline has passed/);
    expect(
      standsSentence(taskWith({ state: "Submitted", worker: bruno, dueAt: 1_086_400 }), 1_000_000),
    ).toMatch(/Bruno.*tomorrow/);
    expect(standsSentence(taskWith({ state: "Closed", outcome: "AutoAccepted", worker: bruno }), 0)).toMatch(
      /stayed silent/,
    );
  });
});

describe("why this one", () => {
  const why = {
    kind: "matched" as const,
    skillId: 3,
    level: 3,
    lo: 2,
    hi: 4,
    band: 2,
    eligibleAt: 0,
    steps: 0,
  };

  it("speaks of my level, or of the market when I have none", () => {
    expect(whySentence(why, taskWith({}), 0)).toMatch(/level 3 in #poetry fits 2 to 4/);
    expect(whySentence({ ...why, level: null }, taskWith({}), 0)).toBe(
      "For levels 2 to 4 first, then for more.",
    );
    expect(whySentence({ ...why, level: null, lo: 0 }, taskWith({}), 0)).toBe("Open to beginners.");
    expect(whySentence({ ...why, level: null, lo: 0, hi: 15 }, taskWith({}), 0)).toBe("Open to everyone.");
  });
});

describe("my work", () => {
  it("comes grouped by what it needs, the most pressing first, the soonest first within", () => {
    const item = (act: "deliver" | "review" | "wait", dueAt: number | null) => ({
      role: "worker" as const,
      act,
      dueAt,
      overdue: false,
      task: taskWith({}),
    });
    const groups = groupWork([
      item("wait", null),
      item("deliver", 9),
      item("review", 7),
      item("deliver", 3),
      item("deliver", null),
    ]);
    expect(groups.map((group) => group.act)).toEqual(["review", "deliver", "wait"]);
    expect(groups[1]?.items.map((each) => each.dueAt)).toEqual([3, 9, null]);
  });
});

describe("an offer to settle", () => {
  const signature = `0x${"1f".repeat(65)}` as const;

  it("travels in a link and comes back the same", () => {
    const offer = { shareBps: 5_000, deadline: 2_000_000_000, signature };
    expect(readOffer(writeOffer(offer))).toEqual(offer);
  });

  it("is refused when it is broken or asks for more than everything", () => {
    expect(readOffer(null)).toBeNull();
    expect(readOffer("5000.2000000000.zz")).toBeNull();
    expect(readOffer(writeOffer({ shareBps: 10_001, deadline: 1, signature }))).toBeNull();
  });
});
