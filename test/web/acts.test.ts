import { describe, expect, it } from "vitest";
import { actsFor, type Viewer } from "@/lib/acts";
import { abacus, ada, bruno, taskWith } from "./fixtures";

const poster: Viewer = {
  accountId: ada.accountId,
  seated: true,
  level: 3,
  address: ada.address,
  sealable: true,
};
const worker: Viewer = {
  accountId: bruno.accountId,
  seated: true,
  level: 3,
  address: bruno.address,
  sealable: true,
};
const stranger: Viewer = {
  accountId: 77,
  seated: true,
  level: 0,
  address: `0x${"77".repeat(20)}`,
  sealable: true,
};
const kinds = (...p: Parameters<typeof actsFor>) => actsFor(...p).map((act) => act.kind);

describe("an open task", () => {
  const task = taskWith({});

  it("may be raised and cancelled by its poster, who may not claim it", () => {
    expect(kinds(task, poster, 1_001_000)).toEqual(["raise", "cancel"]);
  });

  it("may be claimed by a matched member once the bots' window is over", () => {
    expect(actsFor(task, worker, 1_000_600)).toEqual([{ kind: "claim", main: true }]);
  });

  it("says that bots try first, and until when", () => {
    const [claim] = actsFor(task, worker, 1_000_100);
    expect(claim?.from).toBe(1_000_600);
    expect(claim?.blocked).toMatch(/Bots/);
  });

  it("says to others when it widens to their level", () => {
    const [claim] = actsFor(task, stranger, 1_001_000);
    expect(claim?.from).toBe(1_007_800);
    expect(claim?.blocked).toMatch(/level 0 in #poetry/);
  });

  it("takes everyone's instant for a level that has none of its own", () => {
    const [claim] = actsFor(task, { ...stranger, level: 9 }, 1_001_000);
    expect(claim?.from).toBe(1_010_000);
  });

  it("is not for accounts without a live seat", () => {
    const [claim] = actsFor(task, { ...worker, seated: false }, 1_050_000);
    expect(claim?.blocked).toMatch(/seat/);
    expect(claim?.from).toBeUndefined();
  });

  it("asks for a sealing key before a sealed task is claimed", () => {
    const flags = { humanOnly: true, floor: false, sealed: true, onCredit: false, botsDone: false };
    const task = taskWith({ flags });
    expect(actsFor(task, { ...worker, sealable: false }, 1_050_000)[0]?.blocked).toMatch(
      /sealing key in settings/,
    );
    expect(actsFor(task, worker, 1_050_000)[0]?.blocked).toBeUndefined();
  });

  it("invites somebody without an account to claim, which opens the door", () => {
    expect(actsFor(task, null, 1_050_000)).toEqual([{ kind: "claim", main: true }]);
  });

  it("can only be refunded after its deadline, by anyone", () => {
    expect(actsFor(task, stranger, 1_100_000)).toEqual([{ kind: "refund", anyone: true }]);
    expect(kinds(task, poster, 1_100_000)).toEqual(["refund"]);
  });
});

describe("a claimed task", () => {
  const task = taskWith({ state: "Claimed", worker: bruno, dueAt: 1_020_000 });

  it("is handed in or given back by its worker, and both sides may settle", () => {
    expect(kinds(task, worker, 1_010_000)).toEqual(["submit", "release", "settle"]);
    expect(kinds(task, poster, 1_010_000)).toEqual(["settle"]);
  });

  it("offers nothing to others until the claim is over, then to end it", () => {
    expect(kinds(task, stranger, 1_019_999)).toEqual([]);
    expect(kinds(task, stranger, 1_020_000)).toEqual(["expireClaim"]);
  });
});

describe("a delivery", () => {
  it("of a bot is accepted or refused by the poster, and lapses for anyone after a day", () => {
    const task = taskWith({ state: "Delivered", worker: abacus, dueAt: 1_020_000 });
    expect(kinds(task, poster, 1_010_000)).toEqual(["accept", "reject"]);
    expect(kinds(task, stranger, 1_010_000)).toEqual([]);
    expect(kinds(task, stranger, 1_020_000)).toEqual(["lapse"]);
  });

  it("of a person is accepted, revised or refused within the window", () => {
    const task = taskWith({ state: "Submitted", worker: bruno, dueAt: 1_020_000 });
    expect(kinds(task, poster, 1_010_000)).toEqual(["accept", "requestRevision", "reject", "settle"]);
  });

  it("leaves the poster only accepting after the window, and anyone auto-accepts", () => {
    const task = taskWith({ state: "Submitted", worker: bruno, dueAt: 1_020_000 });
    const acts = actsFor(task, poster, 1_020_000);
    expect(acts.find((act) => act.kind === "reject")?.blocked).toMatch(/window has ended/);
    expect(acts.find((act) => act.kind === "accept")?.blocked).toBeUndefined();
    expect(kinds(task, stranger, 1_020_000)).toEqual(["autoAccept"]);
  });

  it("can be sent back twice and no more", () => {
    const task = taskWith({ state: "Submitted", worker: bruno, dueAt: 1_020_000, revisions: 2 });
    expect(actsFor(task, poster, 1_010_000).find((act) => act.kind === "requestRevision")?.blocked).toMatch(
      /twice/,
    );
  });
});

describe("a disagreement", () => {
  it("is disputed or let stand by the worker in time, and conceded by anyone later", () => {
    const task = taskWith({ state: "Rejected", worker: bruno, dueAt: 1_020_000 });
    expect(kinds(task, worker, 1_010_000)).toEqual(["dispute", "concede", "settle"]);
    expect(kinds(task, stranger, 1_020_000)).toEqual(["concede"]);
  });

  it("is ruled by the arbiter that the dispute names, whatever the letters' case", () => {
    const arbiter = stranger?.address.toUpperCase().replace("0X", "0x") ?? "";
    const disputed = {
      kind: "TaskDisputed" as const,
      at: 1,
      block: 1,
      tx: "0x",
      actor: null,
      contentId: null,
      note: null,
      price: null,
      outcome: null,
      arbiter,
    };
    const task = taskWith({ state: "Disputed", worker: bruno, dueAt: 1_020_000, timeline: [disputed] });
    expect(kinds(task, stranger, 1_010_000)).toEqual(["rule"]);
    expect(kinds(task, worker, 1_010_000)).toEqual(["settle"]);
    expect(kinds(task, worker, 1_020_000)).toEqual(["halve", "settle"]);
  });

  it("is over when the task is closed", () => {
    expect(kinds(taskWith({ state: "Closed", outcome: "Ruled", worker: bruno }), worker, 2_000_000)).toEqual(
      [],
    );
  });
});
