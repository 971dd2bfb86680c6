import { describe, expect, it } from "vitest";
import { keysFrom } from "../../host/src/keystore.ts";
import { installedModels } from "../../host/src/model/catalogue.ts";
import { matchBots } from "../../host/src/worker/bots.ts";
import { promptOf } from "../../host/src/worker/prompt.ts";
import { Setbacks } from "../../host/src/worker/setbacks.ts";

const home = { models: "/nowhere" };
const keys = keysFrom(`0x${"11".repeat(32)}`);
const ref = { accountId: 9, kind: "Bot", name: "Abacus", address: keys.operator(1).address } as const;
const bot = {
  ...{
    bot: ref,
    name: "Abacus",
    skill: { skillId: 3, name: "Arithmetic", symbol: "arithmetic" },
    creator: null,
    operator: ref.address,
    payee: ref.address,
  },
  ...{ modelHash: `0x${"00".repeat(32)}`, computeBps: 0, commonsBps: 7_000, potBps: 5_000, registeredAt: 0 },
  ...{ delivered: 0, accepted: 0, rejected: 0, lapsed: 0, declined: 0, earned: "0" },
};

describe("matching bots to this machine", () => {
  it("takes a bot whose operator key is here and whose very model is installed", () => {
    const [model] = installedModels(home);
    if (model === undefined) throw new Error("the shipped model is missing");
    const { runnable } = matchBots(home, keys, [{ ...bot, modelHash: `0x${model.manifest.sha256}` }]);
    expect(runnable.map((one) => [one.account.address, one.model])).toEqual([
      [keys.operator(1).address, model.manifest.name],
    ]);
  });

  it("says why it cannot run one whose model is another", () => {
    const { runnable, unrunnable } = matchBots(home, keys, [bot]);
    expect(runnable).toEqual([]);
    expect(unrunnable[0]?.why).toContain("not installed");
  });

  it("leaves other people's bots alone", () => {
    const other = keysFrom(`0x${"22".repeat(32)}`).operator(0).address;
    expect(matchBots(home, keys, [{ ...bot, operator: other }])).toEqual({ runnable: [], unrunnable: [] });
  });
});

describe("what a model is asked", () => {
  it("is the text, or the title when there is no text", () => {
    expect(promptOf({ title: "Sum", text: " 1 + 1? " })).toBe("1 + 1?");
    expect(promptOf({ title: " Sum ", text: " \n" })).toBe("Sum");
  });
});

describe("setbacks", () => {
  it("wait longer each time, ten minutes at most, and end", () => {
    let now = 0;
    const setbacks = new Setbacks(() => now);
    expect([1, 2, 3].map(() => setbacks.add("a"))).toEqual([2, 4, 8]);
    for (let i = 0; i < 20; i++) setbacks.add("a");
    expect(setbacks.add("a")).toBe(600);
    expect(setbacks.waiting("a")).toBe(true);
    expect(setbacks.waiting("b")).toBe(false);
    now = 600_001;
    expect(setbacks.waiting("a")).toBe(false);
  });
});
