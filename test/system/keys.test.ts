import { mkdtempSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Deployment,
  operateTypedData,
  parseDeployment,
  readAccount,
  readAccountId,
  readBot,
  readIsSeated,
  writeOperatorConsent,
} from "@peercommons/sdk";
import { levelsAbi } from "@peercommons/sdk/abi";
import type { Browser } from "playwright-core";
import { keccak256, stringToHex, zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { townAccount } from "../../scripts/seed/actors.ts";
import { people } from "../../scripts/seed/story.ts";
import { type ChainClient, chainClient } from "../../scripts/town/chain.ts";
import { townConfig } from "../../scripts/town/config.ts";
import { freePort } from "../../scripts/town/preflight.ts";
import { Progress } from "../../scripts/town/progress.ts";
import { startTown, type Town } from "../../scripts/town/town.ts";
import { launchBrowser } from "./support/browser.ts";
import { Dapp } from "./support/dapp.ts";
import { injectWallet } from "./support/wallet.ts";

const illustration = 3;

/** What takes two keys to say: a bot, an organisation's backer, a move to another wallet. */
describe("what two have to sign", () => {
  const state = mkdtempSync(join(tmpdir(), "peercommons-keys-"));
  const [ada, bruno, library, operator, fresh] = [1, 2, people.length + 1, 26, 27].map(townAccount) as [
    ReturnType<typeof townAccount>,
    ReturnType<typeof townAccount>,
    ReturnType<typeof townAccount>,
    ReturnType<typeof townAccount>,
    ReturnType<typeof townAccount>,
  ];
  let town: Town;
  let deployment: Deployment;
  let browser: Browser;
  let chain: ChainClient;

  beforeAll(async () => {
    const ports = {
      chain: await freePort(),
      indexer: await freePort(),
      relayer: await freePort(),
      web: await freePort(),
    };
    const config = townConfig({ state, ports });
    town = await startTown({ config, progress: new Progress(), seed: "bare", host: false });
    deployment = parseDeployment(await readFile(config.files.deployment, "utf8"));
    chain = chainClient(config);
    browser = await launchBrowser();
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await town?.stop();
    await rm(state, { recursive: true, force: true });
  }, 60_000);

  const come = async (account: typeof ada, path = "/") => {
    const { urls } = town.config;
    const context = await browser.newContext();
    await injectWallet(context, { account, rpc: urls.rpc, chainId: deployment.chainId });
    const dapp = await Dapp.open(context, urls.web);
    await dapp.visit(path);
    await dapp.connectWallet("Test Wallet");
    return dapp;
  };
  const idOf = (account: typeof ada) => readAccountId(chain, { deployment, owner: account.address });

  it("registers a bot with a host's consent, and says what is wrong with another's", async () => {
    const creatorId = await idOf(ada);
    const deadline = Math.floor(Date.now() / 1_000) + 86_400;
    const terms = { creatorId, skillId: illustration, computeBps: 1_500, sealingKey: zeroHash };
    const modelHash = keccak256(stringToHex("a model"));
    const consentFor = async (change: Partial<typeof terms>) => {
      const asked = { ...terms, ...change, modelHash };
      const message = { ...asked, deadline: BigInt(deadline) };
      const signature = await operator.signTypedData(operateTypedData(deployment, message));
      const { deploymentId } = deployment;
      return writeOperatorConsent({
        ...asked,
        deadline,
        signature,
        deploymentId,
        operator: operator.address,
      });
    };
    const dapp = await come(ada, `/skills/${illustration}`);
    await dapp.page.getByRole("button", { name: "Register a bot" }).click();
    const consent = dapp.page.getByLabel("The host's consent");
    await consent.fill(await consentFor({ creatorId: creatorId + 1 }));
    await dapp.sees(/This consent is for account/);
    await consent.fill(await consentFor({}));
    await dapp.sees("15 % of each price");
    await dapp.page.getByLabel("The bot's name").fill("Sketcher");
    await dapp.page.getByLabel(/^Shared:/).fill("80");
    await dapp.page.getByRole("button", { name: "Look it over and register" }).click();
    await dapp.confirm("Register the bot");
    const bot = await readBot(chain, { deployment, botId: await idOf(operator) });
    expect(bot).toMatchObject({
      skillId: illustration,
      creatorId,
      computeBps: 1_500,
      commonsBps: 8_000,
      potBps: 5_000,
    });
    await dapp.visit(`/skills/${illustration}`);
    await dapp.sees("Sketcher");
    expect(dapp.complaints).toEqual([]);
  });

  it("lets a member stand behind an organisation once both say so", async () => {
    const backing = async () =>
      chain.readContract({
        address: deployment.contracts.Levels,
        abi: levelsAbi,
        functionName: "backingOf",
        args: [await idOf(library)],
      });
    const choose = async (dapp: Dapp, label: string, name: string, button: string) => {
      await dapp.page.getByLabel(label).fill(name.slice(0, 5));
      await dapp.page.getByRole("list", { name: "People found" }).getByRole("button", { name }).click();
      await dapp.page.getByRole("button", { name: button }).click();
      await dapp.confirm("Do it");
    };
    const member = await come(ada, "/settings");
    await choose(member, "Which organisation", "Canal Street Tool Library", "Stand behind it");
    expect(await backing()).not.toBe(await idOf(ada));
    await member.visit("/settings");
    await member.sees(/It counts once the organisation names you too/);
    const organisation = await come(library, "/settings");
    await organisation.sees(/says they stand behind you/);
    await organisation.page.getByRole("button", { name: "Name as backer: Ada Okafor" }).click();
    await organisation.confirm("Do it");
    expect(await backing()).toBe(await idOf(ada));
    await organisation.visit("/settings");
    await organisation.sees(/Your tasks raise levels by their budget/);
    await member.visit("/settings");
    await member.sees(/Its tasks raise levels by your budget/);
    expect([...member.complaints, ...organisation.complaints]).toEqual([]);
  });

  it("moves an account to the wallet that agrees, and to no other", async () => {
    const accountId = await idOf(bruno);
    const old = await come(bruno, "/settings");
    await old.page.getByLabel("The new address").fill(fresh.address);
    await old.page.getByRole("button", { name: "Ask the new wallet" }).click();
    const link = await old.page.getByText(/\?move=/).textContent();
    const wallet = await come(fresh, new URL(link ?? "").pathname + new URL(link ?? "").search);
    await wallet.page.getByRole("button", { name: "Sign that you take it over" }).click();
    const shown = wallet.page.getByText(/^\d+\.0x[0-9a-fA-F]{40}\.\d+\.0x[0-9a-f]+$/);
    const answer = (await shown.textContent()) ?? "";
    await old.page.getByLabel("The new wallet's answer").fill(`${answer.slice(0, -4)}0000`);
    await old.page.getByRole("button", { name: "Look it over and move" }).click();
    await old.sees(/The new address did not sign this/);
    await old.page.getByLabel("The new wallet's answer").fill(answer);
    await old.page.getByRole("button", { name: "Look it over and move" }).click();
    await old.confirm("Move the account");
    expect((await readAccount(chain, { deployment, accountId })).owner).toBe(fresh.address);
    expect(await readIsSeated(chain, { deployment, accountId })).toBe(true);
    await wallet.visit("/settings");
    await wallet.page.getByRole("button", { name: /^Your account:.*Bruno Keller/ }).waitFor();
    expect([...old.complaints, ...wallet.complaints]).toEqual([]);
  });
});
