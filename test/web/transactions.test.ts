import { beforeEach, describe, expect, it } from "vitest";
import { intentNonce } from "@/transactions/nonce";
import { registry } from "@/transactions/registry";
import { startTransaction } from "@/transactions/start";
import {
  afterReload,
  changeRecord,
  dismissRecord,
  followStorage,
  further,
  parseRecords,
  prune,
  useTransactions,
} from "@/transactions/store";
import { ada, bruno, hash, recordWith } from "./fixtures";

const slot = "peercommons.transactions";
const start = (seat = "new") =>
  startTransaction({
    kind: "join",
    parameters: { personhood: "WelcomeDesk", seat },
    account: ada.address,
    deploymentId: hash,
  });

beforeEach(() => {
  localStorage.clear();
  useTransactions.setState({ records: {} });
});

describe("starting a transaction", () => {
  it("puts it up for review, in memory and in storage", () => {
    const record = start();
    expect(record.phase).toBe("review");
    expect(parseRecords(localStorage.getItem(slot))[record.id]?.title).toBe("Join the town");
  });

  it("leads a double click to the one that is under way", () => {
    const { id } = start();
    changeRecord(id, { phase: "sent", relayId: hash });
    expect(start()).toMatchObject({ id, phase: "sent", attempt: 0 });
    expect(Object.keys(useTransactions.getState().records)).toHaveLength(1);
  });

  it("keeps the attempt, and so the nonce, after a failure that used none", () => {
    const { id } = start();
    changeRecord(id, { phase: "failed" });
    expect(start()).toMatchObject({ phase: "review", attempt: 0 });
  });

  it("counts a new attempt after a success", () => {
    const { id } = start();
    changeRecord(id, { phase: "settled" });
    expect(start().attempt).toBe(1);
  });

  it("takes another wish for another transaction", () => {
    expect(start("new").id).not.toBe(start("20000").id);
  });

  it("refuses parameters of the wrong shape", () => {
    expect(() =>
      startTransaction({
        kind: "join",
        parameters: { personhood: "Nobody", seat: "" } as never,
        account: ada.address,
        deploymentId: hash,
      }),
    ).toThrow();
  });
});

describe("the nonce of a wish", () => {
  const wish = { deploymentId: hash as `0x${string}`, account: ada.address, intent: "join", attempt: 0 };

  it("is the same in every tab, whatever the address' case, and starts a sequence", () => {
    expect(intentNonce(wish)).toBe(
      intentNonce({ ...wish, account: ada.address.toUpperCase().replace("0X", "0x") }),
    );
    expect(intentNonce(wish) & (2n ** 64n - 1n)).toBe(0n);
    expect(intentNonce(wish)).toBeLessThan(2n ** 256n);
  });

  it("differs for another account, wish, attempt and town", () => {
    const others = [
      { account: bruno.address },
      { intent: "leave" },
      { attempt: 1 },
      { deploymentId: `0x${"cd".repeat(32)}` as const },
    ];
    const nonces = new Set([wish, ...others.map((change) => ({ ...wish, ...change }))].map(intentNonce));
    expect(nonces.size).toBe(5);
  });
});

describe("after a reload", () => {
  it("a prompt that was open goes back to review, one that was signed goes on", () => {
    expect(afterReload(recordWith({ phase: "signing" })).phase).toBe("review");
    expect(afterReload(recordWith({ phase: "signing", signature: "0x01" })).phase).toBe("sent");
    expect(afterReload(recordWith({ phase: "confirmed" })).phase).toBe("confirmed");
  });

  it("reads what is good in storage and leaves out the rest", () => {
    const kept = recordWith({ id: "good" });
    localStorage.setItem(slot, JSON.stringify({ good: kept, bad: { id: "bad", phase: "flying" } }));
    expect(Object.keys(parseRecords(localStorage.getItem(slot)))).toEqual(["good"]);
    expect(parseRecords("not json")).toEqual({});
    expect(parseRecords(null)).toEqual({});
  });

  it("follows what other tabs write", () => {
    const stop = followStorage();
    const other = recordWith({ id: "other", phase: "sent" });
    window.dispatchEvent(new StorageEvent("storage", { key: slot, newValue: JSON.stringify({ other }) }));
    expect(useTransactions.getState().records.other?.phase).toBe("sent");
    stop();
  });
});

describe("the list", () => {
  it("keeps the later of two states, and a later attempt before all", () => {
    const early = recordWith({ changedAt: 5, phase: "sent" });
    const late = recordWith({ changedAt: 6, phase: "confirmed" });
    expect(further(early, late)).toBe(late);
    expect(further(late, early)).toBe(late);
    const retry = recordWith({ attempt: 1, changedAt: 1 });
    expect(further(late, retry)).toBe(retry);
    expect(further(retry, late)).toBe(retry);
  });

  it("drops old ones that are over, and never one that is not", () => {
    const many = Array.from({ length: 150 }, (_, index) =>
      recordWith({ id: `${index}`, changedAt: index, phase: index === 3 ? "sent" : "settled" }),
    );
    const kept = prune(Object.fromEntries(many.map((record) => [record.id, record])));
    expect(Object.keys(kept)).toHaveLength(101);
    expect(kept["3"]?.phase).toBe("sent");
    expect(kept["4"]).toBeUndefined();
  });

  it("dismisses what is over, and not what is under way", () => {
    const { id } = start();
    changeRecord(id, { phase: "sent" });
    dismissRecord(id);
    expect(useTransactions.getState().records[id]).toBeDefined();
    changeRecord(id, { phase: "failed" });
    dismissRecord(id);
    expect(useTransactions.getState().records[id]).toBeUndefined();
    expect(parseRecords(localStorage.getItem(slot))[id]).toBeUndefined();
  });
});

describe("every transaction", () => {
  const task = {
    taskId: "4294967296",
    title: "A poem",
    price: "2500000",
    changedAt: 5,
    poster: ada,
    worker: bruno,
  };

  it("is about one state of a task: when the task changed, the wish is another", () => {
    const now = registry.acceptTask.intent({ task, rating: 5 });
    expect(registry.acceptTask.intent({ task: { ...task, changedAt: 6 }, rating: 5 })).not.toBe(now);
    expect(registry.acceptTask.intent({ task, rating: 4 })).toBe(now);
  });

  it("splits a settlement without losing a unit", () => {
    const odd = { ...task, price: "1000001" };
    const items = registry.settleTask.items({
      task: odd,
      shareBps: 3_333,
      deadline: "9",
      posterSignature: "0x01",
      workerSignature: "0x02",
    });
    const sum = items.reduce((total, item) => total + BigInt(item.amount ?? 0), 0n);
    expect(sum).toBe(1_000_001n);
  });
});
