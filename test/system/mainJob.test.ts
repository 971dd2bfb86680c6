import { mkdtempSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Deployment,
  parseDeployment,
  potAddressOf,
  readAccount,
  readBot,
  readCommons,
  readPayee,
  readStanding,
  readTask,
} from "@peercommons/sdk";
import type { Browser } from "playwright-core";
import { type Address, createPublicClient, http } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { townAccount } from "../../scripts/seed/actors.ts";
import { townConfig } from "../../scripts/town/config.ts";
import { townHostOperators } from "../../scripts/town/host.ts";
import { freePort } from "../../scripts/town/preflight.ts";
import { until } from "../../scripts/town/processes.ts";
import { Progress } from "../../scripts/town/progress.ts";
import { startTown, type Town } from "../../scripts/town/town.ts";
import { launchBrowser } from "./support/browser.ts";
import { Dapp } from "./support/dapp.ts";
import { changes, everyBalance, sum } from "./support/money.ts";
import { injectWallet } from "./support/wallet.ts";

const peer = 1_000_000n;
const arithmetic = 9;

/** The main job, twice, with everything real: chain, contracts, indexer, relayer, host, model, dApp, browser. */
describe("the main job", () => {
  const state = mkdtempSync(join(tmpdir(), "peercommons-town-"));
  const ada = townAccount(1);
  let town: Town;
  let deployment: Deployment;
  let browser: Browser;
  let poster: Dapp;
  let wallet: Awaited<ReturnType<typeof injectWallet>>;
  let rpc: string;

  beforeAll(async () => {
    const [chain, indexer, relayer, web] = [
      await freePort(),
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    const config = townConfig({ state, ports: { chain, indexer, relayer, web } });
    town = await startTown({ config, progress: new Progress(), seed: "bare" });
    rpc = config.urls.rpc;
    deployment = parseDeployment(await readFile(config.files.deployment, "utf8"));
    browser = await launchBrowser();
    const context = await browser.newContext();
    wallet = await injectWallet(context, { account: ada, rpc, chainId: deployment.chainId });
    poster = await Dapp.open(context, config.urls.web);
    await poster.connectWallet("Test Wallet");
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
    await rm(state, { recursive: true, force: true });
  }, 60_000);

  const client = () => createPublicClient({ transport: http(rpc) });
  const stateOf = async (taskId: bigint) => (await readTask(client(), { deployment, taskId })).state;

  it("is solved by a bot: paid on accept, and shared with the commons to the unit", async () => {
    const before = await everyBalance(rpc, deployment);
    const taskId = await poster.post({
      title: "A sum for the ledger",
      text: "What is 347 + 289?",
      skill: "arithmetic",
      price: "2",
    });
    await until("The bot", async () => (await stateOf(taskId)) === "Delivered", 90);
    const { workerId: botId } = await readTask(client(), { deployment, taskId });

    await poster.openTask(taskId);
    expect(await poster.readDelivery()).toContain("636");
    await poster.accept();
    const payee = await readPayee(client(), { deployment, botId });
    await until(
      "The split",
      async () =>
        ((await everyBalance(rpc, deployment)).get(payee) ?? 0n) === 0n && (await stateOf(taskId)) === "None",
      60,
    );

    const after = await everyBalance(rpc, deployment);
    const { computeBps, commonsBps, potBps, creatorId } = await readBot(client(), { deployment, botId });
    const compute = (2n * peer * BigInt(computeBps)) / 10_000n;
    const rest = 2n * peer - compute;
    const shared = (rest * BigInt(commonsBps)) / 10_000n;
    const pot = (shared * BigInt(potBps)) / 10_000n;
    const creator = (await readAccount(client(), { deployment, accountId: creatorId })).owner;
    const operator = townHostOperators(1)[0]?.address;
    expect(changes(before, after)).toEqual(
      new Map<Address | undefined, bigint>([
        [ada.address, -2n * peer],
        [operator, compute],
        [creator, rest - shared],
        [await readCommons(client(), { deployment }), shared - pot],
        [potAddressOf(arithmetic), pot],
      ]),
    );
    expect(sum(after)).toBe(0n);
  });

  it("is given up by the bot and done by a newcomer without ether, whose level rises", async () => {
    const before = await everyBalance(rpc, deployment);
    const title = "Three words for a canal at dawn";
    const taskId = await poster.post({
      title,
      text: "Please write three words that describe a canal at dawn.",
      skill: "arithmetic",
      price: "3",
    });
    await until(
      "The bot's giving up",
      async () => (await readTask(client(), { deployment, taskId })).botTries > 0,
      90,
    );
    expect(await stateOf(taskId)).toBe("Open");

    const worker = await Dapp.open(await browser.newContext(), town.config.urls.web);
    await worker.startThrowAway();
    await worker.join();
    await worker.visit("/");
    const workerId = await worker.accountId();
    const { owner } = await readAccount(client(), { deployment, accountId: workerId });
    expect(await client().getBalance({ address: owner })).toBe(0n);
    await worker.sees(title);
    await worker.openTask(taskId);
    await worker.claim();
    await worker.openTask(taskId);
    await worker.handIn("Still, silver, waiting.");
    expect(await stateOf(taskId)).toBe("Submitted");

    await poster.openTask(taskId);
    expect(await poster.readDelivery()).toContain("Still, silver, waiting.");
    await poster.accept();

    const after = await everyBalance(rpc, deployment);
    expect(changes(before, after)).toEqual(
      new Map([
        [ada.address, -3n * peer],
        [owner, 3n * peer],
      ]),
    );
    expect(sum(after)).toBe(0n);
    const standing = await readStanding(client(), { deployment, memberId: workerId, skillId: arithmetic });
    expect(standing.level).toBeGreaterThanOrEqual(1);
    await worker.visit("/credit");
    await worker.sees("3.00");
    expect(worker.complaints).toEqual([]);
  });

  it("can be read without JavaScript: every list arrives with its rows", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const rows: [string, string][] = [
      ["/tasks?state=done", "Three words for a canal at dawn"],
      ["/skills", "#arithmetic"],
      ["/people", "Ada Okafor"],
      ["/commons", "Abacus"],
      [`/skills/${arithmetic}`, "Abacus"],
      ["/", "The open market"],
      ["/tasks/1", "There is no such task"],
      ["/people/999999", "Nobody has this number"],
      ["/skills/999999", "There is no such skill"],
    ];
    for (const [path, row] of rows) {
      await page.goto(`${town.config.urls.web}${path}`);
      expect(await page.locator("main").textContent(), path).toContain(row);
      expect(await page.locator('main [class*="breathe"]').count(), `${path} waits for something`).toBe(0);
    }
    await context.close();
  });

  it("loses nothing when the poster says no in the wallet, and asks once more", async () => {
    const before = await everyBalance(rpc, deployment);
    wallet.reject.next = true;
    const post = poster.post({
      title: "Never mind",
      text: "What is 1 + 1?",
      skill: "arithmetic",
      price: "1",
    });
    await expect(post).rejects.toThrow(/nothing was sent/i);
    expect(changes(before, await everyBalance(rpc, deployment)).size).toBe(0);
    expect(poster.complaints).toEqual([]);
  });
});
