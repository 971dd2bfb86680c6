import { mkdtempSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Deployment,
  parseDeployment,
  projectBalance,
  readCommons,
  readRate,
  readTask,
} from "@peercommons/sdk";
import type { Browser } from "playwright-core";
import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { townAccount } from "../../scripts/seed/actors.ts";
import { type ChainClient, chainClient } from "../../scripts/town/chain.ts";
import { townConfig } from "../../scripts/town/config.ts";
import { freePort } from "../../scripts/town/preflight.ts";
import { Progress } from "../../scripts/town/progress.ts";
import { startTown, type Town } from "../../scripts/town/town.ts";
import { launchBrowser } from "./support/browser.ts";
import { Dapp } from "./support/dapp.ts";
import { changes, everyBalance, sum } from "./support/money.ts";
import { injectWallet } from "./support/wallet.ts";

const peer = 1_000_000n;
const day = 86_400;

/** Every way out of a task but being paid, by people in browsers, with the money counted after each. */
describe("the exits of a task", () => {
  const state = mkdtempSync(join(tmpdir(), "peercommons-exits-"));
  const [ada, bruno] = [townAccount(1), townAccount(2)];
  let town: Town;
  let deployment: Deployment;
  let browser: Browser;
  let chain: ChainClient;
  let poster: Dapp;
  let worker: Dapp;
  let stranger: Dapp;

  beforeAll(async () => {
    const [chainPort, indexer, relayer, web] = [
      await freePort(),
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    const config = townConfig({ state, ports: { chain: chainPort, indexer, relayer, web } });
    town = await startTown({ config, progress: new Progress(), seed: "bare", host: false });
    deployment = parseDeployment(await readFile(config.files.deployment, "utf8"));
    chain = chainClient(config);
    browser = await launchBrowser();
    const come = async (account?: typeof ada) => {
      const context = await browser.newContext();
      if (account)
        await injectWallet(context, { account, rpc: config.urls.rpc, chainId: deployment.chainId });
      const dapp = await Dapp.open(context, config.urls.web);
      if (account) await dapp.connectWallet("Test Wallet");
      return dapp;
    };
    [poster, worker, stranger] = [await come(ada), await come(bruno), await come()];
    await stranger.startThrowAway();
    await stranger.join();
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
    await rm(state, { recursive: true, force: true });
  }, 60_000);

  const balances = () => everyBalance(town.config.urls.rpc, deployment);
  const stateOf = async (taskId: bigint) => (await readTask(chain, { deployment, taskId })).state;
  const closed = "None";
  const expectChanges = async (before: Map<Address, bigint>, expected: [Address, bigint][]) => {
    const after = await balances();
    expect(changes(before, after)).toEqual(new Map(expected));
    expect(sum(after)).toBe(0n);
  };
  const post = (dapp: Dapp, title: string, price: string) =>
    dapp.post({ title, text: "A small drawing of a canal.", skill: "illustration", price });
  /** Claimed by one and, with `work`, handed in. */
  const take = async (dapp: Dapp, taskId: bigint, work?: string) => {
    await dapp.openTask(taskId);
    await dapp.claim();
    if (work === undefined) return;
    await dapp.openTask(taskId);
    await dapp.handIn(work);
  };
  const press = async (dapp: Dapp, taskId: bigint, label: string, act = label) => {
    await dapp.openTask(taskId);
    await dapp.press(label);
    await dapp.confirm(act);
  };

  it("sets a raised price aside, and gives all of it back to who cancels", async () => {
    const before = await balances();
    const taskId = await post(poster, "A canal with ducks", "2");
    const { TaskMarket } = deployment.contracts;
    await expectChanges(before, [
      [TaskMarket, 2n * peer],
      [ada.address, -2n * peer],
    ]);
    await poster.openTask(taskId);
    await poster.raise("2.75");
    await expectChanges(before, [
      [TaskMarket, 2_750_000n],
      [ada.address, -2_750_000n],
    ]);
    await press(poster, taskId, "Cancel the task");
    await expectChanges(before, []);
    expect(await stateOf(taskId)).toBe(closed);
  });

  it("gives the price back when the worker lets a refusal stand", async () => {
    const before = await balances();
    const taskId = await post(poster, "A canal in fog", "1");
    await take(worker, taskId, "Fog.");
    await poster.openTask(taskId);
    await poster.refuse("There is no canal in it.");
    await worker.openTask(taskId);
    await worker.sees("There is no canal in it.");
    await press(worker, taskId, "Let the refusal stand", "Let it stand");
    await expectChanges(before, []);
    expect(await stateOf(taskId)).toBe(closed);
  });

  it("splits as both sign, by a link from one to the other", async () => {
    const before = await balances();
    const taskId = await post(poster, "Half a canal", "2.5");
    await take(worker, taskId);
    await poster.openTask(taskId);
    await worker.agreeToSplit(await poster.offerSplit(60));
    await expectChanges(before, [
      [ada.address, -1_500_000n],
      [bruno.address, 1_500_000n],
    ]);
    expect(await stateOf(taskId)).toBe(closed);
  });

  it("closes a dispute nobody ruled on, and a claim that ran out, by a stranger's hand", async () => {
    const before = await balances();
    const disputed = await post(poster, "A canal at night", "3");
    await take(worker, disputed, "Black on black.");
    await poster.openTask(disputed);
    await poster.refuse("Nothing can be seen.");
    await press(worker, disputed, "Dispute");
    // The worker spends everything earned before: no credit in it, so that the time it was locked costs demurrage.
    const forgotten = await post(worker, "A canal, forgotten", "1.5");
    const lockedOn = Math.floor(Number((await chain.getBlock()).timestamp) / day);
    await take(poster, forgotten);
    await stranger.openTask(disputed);
    expect(await stranger.page.getByRole("button", { name: "Split in half" }).count()).toBe(0);

    await chain.increaseTime({ seconds: 8 * day });
    await chain.mine({ blocks: 1 });
    await stranger.openTask(disputed);
    await stranger.sees(/Anyone can give each side half/);
    await press(stranger, disputed, "Split in half");
    await expectChanges(before, [
      [deployment.contracts.TaskMarket, 1_500_000n],
      [ada.address, -1_500_000n],
    ]);
    expect(await stateOf(disputed)).toBe(closed);

    await stranger.openTask(forgotten);
    await stranger.sees(/Anyone can open the task for others again/);
    await press(stranger, forgotten, "End the claim");
    await stranger.openTask(forgotten);
    await stranger.sees(/Anyone can send the price back/);
    await press(stranger, forgotten, "Send the price back");
    const { dailyRate } = await readRate(chain, { deployment });
    const days = Math.floor(Number((await chain.getBlock()).timestamp) / day) - lockedOn;
    const charged = 1_500_000n - projectBalance({ balance: 1_500_000n, dailyRate, days });
    expect(charged).toBeGreaterThan(0n);
    await expectChanges(before, [
      [ada.address, -1_500_000n],
      [bruno.address, 1_500_000n - charged],
      [await readCommons(chain, { deployment }), charged],
    ]);
    expect(await stateOf(forgotten)).toBe(closed);
    for (const dapp of [poster, worker, stranger]) expect(dapp.complaints).toEqual([]);
  });
});
