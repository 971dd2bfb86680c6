import { mkdtempSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { townAccount } from "../../scripts/seed/actors.ts";
import { townConfig } from "../../scripts/town/config.ts";
import { freePort } from "../../scripts/town/preflight.ts";
import { Progress } from "../../scripts/town/progress.ts";
import { startTown, type Town } from "../../scripts/town/town.ts";
import { launchBrowser } from "./support/browser.ts";
import { Dapp } from "./support/dapp.ts";
import { injectWallet } from "./support/wallet.ts";

const secret = "The spare key lies under the third flowerpot.";
const fileSecret = "Feed her at eight, and never the blue bowl.";
const noteSecret = "For the cat, and for the flowers.";

/** What only two people may read, with everything real: chain, indexer, relayer, dApp and three browsers. */
describe("what is sealed", () => {
  const state = mkdtempSync(join(tmpdir(), "peercommons-town-"));
  let town: Town;
  let browser: Browser;
  let poster: Dapp;
  let worker: Dapp;
  let stranger: Dapp;
  let workerId = 0;
  let taskId = 0n;

  beforeAll(async () => {
    const ports = {
      chain: await freePort(),
      indexer: await freePort(),
      relayer: await freePort(),
      web: await freePort(),
    };
    const config = townConfig({ state, ports });
    town = await startTown({ config, progress: new Progress(), seed: "bare" });
    browser = await launchBrowser();
    const context = await browser.newContext();
    await injectWallet(context, { account: townAccount(1), rpc: config.urls.rpc, chainId: config.chainId });
    poster = await Dapp.open(context, config.urls.web);
    await poster.connectWallet("Test Wallet");
    worker = await newcomer();
    workerId = await worker.accountId();
    stranger = await newcomer();
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
    await rm(state, { recursive: true, force: true });
  }, 60_000);

  async function newcomer(): Promise<Dapp> {
    const dapp = await Dapp.open(await browser.newContext(), town.config.urls.web);
    await dapp.startThrowAway();
    await dapp.join();
    await dapp.visit("/");
    return dapp;
  }

  /** Everything the content store keeps, as an operator would read it. */
  async function everythingStored(): Promise<string> {
    const files = await readdir(town.config.files.content, { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), "latin1"));
    return (await Promise.all(texts)).join("\n");
  }

  const post = (dapp: Dapp, title: string) =>
    dapp.post({
      title,
      text: secret,
      skill: "arithmetic",
      price: "2",
      sealed: true,
      file: { name: "..\\cat\u202Etxt.txt", mimeType: "text/plain", buffer: Buffer.from(fileSecret) },
    });

  it("is posted with a public title, and neither a stranger nor the store can read the rest", async () => {
    taskId = await post(poster, "Look after my cat");
    await stranger.openTask(taskId);
    await stranger.sees("Look after my cat");
    await stranger.sees(/Whoever claims this task gets them from/);
    expect(await stranger.page.textContent("main")).not.toContain("flowerpot");
    const stored = await everythingStored();
    expect(stored).toContain("Look after my cat");
    expect(stored).not.toMatch(/flowerpot|blue bowl/);
    await poster.openTask(taskId);
    await poster.page.getByRole("button", { name: "Open the details" }).click();
    await poster.sees(secret);
  });

  it("reaches the worker by one click of the poster, file and all", async () => {
    await worker.openTask(taskId);
    await worker.claim();
    await worker.openTask(taskId);
    await worker.sees(/is asked to share them with you/);
    // Leaves the page on purpose: with the details opened above the wallet would not be asked, and nothing would be left to press.
    await poster.visit("/work");
    await poster.press(/^Share the details with/, poster.page.getByRole("main"));
    await worker.sees(secret);
    await worker.page.getByRole("button", { name: /^Look at/ }).click();
    await worker.sees(fileSecret);
    expect(await worker.page.getByRole("list", { name: "Files" }).textContent()).toContain("cat txt.txt");
    await stranger.openTask(taskId);
    await stranger.sees(/Whoever claims this task gets them from/);
    expect(await stranger.page.textContent("main")).not.toContain("flowerpot");
  });

  it("comes back as sealed work with a file, which the poster sees and saves as plain bytes", async () => {
    await worker.handIn("Fed and stroked.", {
      name: "cat.png",
      mimeType: "image/png",
      buffer: Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
        "base64",
      ),
    });
    await poster.openTask(taskId);
    await poster.readDelivery();
    await poster.page.getByRole("button", { name: "Look at cat.png" }).click();
    await poster.page.getByRole("img", { name: "What cat.png shows" }).waitFor();
    const saved = poster.page.waitForEvent("download");
    await poster.page.getByRole("button", { name: "Save cat.png" }).click();
    expect((await saved).suggestedFilename()).toBe("cat.png");
    await poster.accept();
  });

  it("is shared by itself while the poster has a page open that need not ask", async () => {
    const second = await post(stranger, "Water my flowers");
    await worker.openTask(second);
    await worker.claim();
    await worker.openTask(second);
    await worker.sees(secret);
  });

  it("goes along with a payment as a note that its two ends read", async () => {
    await poster.pay(workerId, "1", noteSecret);
    await poster.visit("/credit");
    await poster.page.getByRole("button", { name: "Read it" }).click();
    await poster.sees(noteSecret);
    await worker.visit("/credit");
    await worker.sees(noteSecret);
    expect(await everythingStored()).not.toContain("For the cat");
  });

  it("says so when a file was changed in the store, or is gone", async () => {
    const file = { name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("the plan") };
    const third = await stranger.post({
      title: "Look at my plan",
      text: "",
      skill: "arithmetic",
      price: "1",
      file,
    });
    await worker.openTask(third);
    const look = worker.page.getByRole("button", { name: "Look at plan.txt" });
    await look.waitFor();
    await worker.page.route("**/v1/content/*", async (route) => {
      const answer = await route.fetch();
      const content = await answer.json();
      const body = Buffer.from(content.body, "base64");
      body[40] = (body[40] ?? 0) ^ 1;
      await route.fulfill({ response: answer, json: { ...content, body: body.toString("base64") } });
    });
    await look.click();
    await worker.sees(/its hash differs, so it is not opened/);
    await worker.page.unroute("**/v1/content/*");
    await rm(town.config.files.content, { recursive: true, force: true });
    await worker.openTask(third);
    await look.click();
    await worker.sees(/Nothing is stored under/);
    for (const dapp of [poster, worker, stranger]) expect(dapp.complaints).toEqual([]);
  });
});
