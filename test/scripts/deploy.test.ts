import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { checkDeployment, parseDeployment } from "@peercommons/sdk";
import { createPublicClient, createTestClient, createWalletClient, http, parseAbi, parseEther } from "viem";
import { generatePrivateKey, mnemonicToAccount, privateKeyToAccount } from "viem/accounts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deployTown } from "../../scripts/ignition/deploy.ts";

const anvilPath = fileURLToPath(new URL("../../node_modules/.bin/anvil", import.meta.url));
const deployModule = fileURLToPath(new URL("../../scripts/ignition/deploy.ts", import.meta.url));

const deployer = mnemonicToAccount("test test test test test test test test test test test junk");

const membersAbi = parseAbi([
  "function isSealed() view returns (bool)",
  "function seatCount() view returns (uint32)",
  "function governor() view returns (address)",
]);

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

describe("deployTown", { timeout: 60_000 }, () => {
  let chain: ChildProcess;
  let folder: string;
  let rpcUrl: string;

  async function startChain(...extra: string[]) {
    const port = await freePort();
    rpcUrl = `http://127.0.0.1:${port}`;
    chain = spawn(anvilPath, ["--host", "127.0.0.1", "--port", String(port), "--quiet", ...extra], {
      stdio: "ignore",
      detached: true,
    });
    process.once("exit", endChain);
    for (let tries = 0; tries < 100; tries++) {
      try {
        await client().getChainId();
        return;
      } catch {
        await sleep(100);
      }
    }
    throw new Error("anvil did not answer");
  }

  /** The package's command does not end the program it starts, so the whole process group is ended. */
  function endChain() {
    if (chain.pid !== undefined) process.kill(-chain.pid, "SIGKILL");
  }

  async function stopChain() {
    const ended = new Promise((resolve) => chain.once("exit", resolve));
    endChain();
    await ended;
    process.off("exit", endChain);
  }

  const client = () => createPublicClient({ transport: http(rpcUrl), cacheTime: 0 });
  const parameters = () => ({
    rpcUrl,
    file: join(folder, "deployment.json"),
    state: join(folder, "ignition"),
    personhood: "WelcomeDesk" as const,
  });

  /** Deploys in another process and kills it when a few contracts are there. */
  async function deployAndKill(after: number) {
    const script = `import { deployTown } from ${JSON.stringify(deployModule)}; await deployTown(${JSON.stringify(parameters())});`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" });
    const exited = new Promise((resolve) => child.once("exit", resolve));
    const journal = join(parameters().state, "journal.jsonl");
    const confirmed = () =>
      existsSync(journal) ? readFileSync(journal, "utf8").split('"TRANSACTION_CONFIRM"').length - 1 : 0;
    while (confirmed() < after && child.exitCode === null) await sleep(20);
    child.kill("SIGKILL");
    await exited;
    expect(confirmed()).toBeGreaterThanOrEqual(after);
    expect(existsSync(parameters().file)).toBe(false);
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "deploy-"));
    await startChain();
  });

  afterEach(async () => {
    await stopChain();
    await rm(folder, { recursive: true, force: true });
  });

  it("deploys, wires, seals and writes a deployment that checks out", async () => {
    const deployment = await deployTown(parameters());
    expect(parseDeployment(await readFile(parameters().file, "utf8"))).toEqual(deployment);
    await checkDeployment(client(), deployment);
    expect(deployment.personhood).toBe("WelcomeDesk");
    const block = await client().getBlock({ blockNumber: BigInt(deployment.startBlock) });
    expect(block.transactions).toHaveLength(1);
    for (const address of [deployment.contracts.Members, deployment.contracts.Ledger]) {
      expect(await client().readContract({ address, abi: membersAbi, functionName: "isSealed" })).toBe(true);
    }
  });

  it("changes nothing in a finished town", async () => {
    const first = await deployTown(parameters());
    const height = await client().getBlockNumber();
    expect(await deployTown(parameters())).toEqual(first);
    expect(await client().getBlockNumber()).toBe(height);
  });

  it.each([1, 4, 8, 12])("goes on where it was killed, behind %i steps", async (steps) => {
    await deployAndKill(steps);
    const deployment = await deployTown(parameters());
    await checkDeployment(client(), deployment);
  });

  it("does not send again what it sent right before it was killed", async () => {
    const deployment = await deployTown(parameters());
    const sent = await client().getTransactionCount({ address: deployer.address });
    const file = join(parameters().state, "journal.jsonl");
    const lines = readFileSync(file, "utf8").split("\n");
    // As if the kill had come when the last transaction was out and nothing of it written.
    const cut = lines.findLastIndex((line) => line.includes('"TRANSACTION_PREPARE_SEND"'));
    await writeFile(file, lines.slice(0, cut + 1).join("\n"));
    expect(await deployTown(parameters())).toEqual(deployment);
    expect(await client().getTransactionCount({ address: deployer.address })).toBe(sent);
  });

  it("goes on behind a torn last line", async () => {
    const deployment = await deployTown(parameters());
    const file = join(parameters().state, "journal.jsonl");
    const text = readFileSync(file, "utf8");
    await writeFile(file, text.slice(0, -20));
    expect(await deployTown(parameters())).toEqual(deployment);
  });

  it("seats the founders and gives a sponsored town its governor", async () => {
    const own = privateKeyToAccount(generatePrivateKey());
    await createTestClient({ mode: "anvil", transport: http(rpcUrl) }).setBalance({
      address: own.address,
      value: parseEther("10"),
    });
    const [owner, second, third, governor] = [1, 2, 3, 4].map(
      () => privateKeyToAccount(generatePrivateKey()).address,
    );
    if (!owner || !second || !third || !governor) throw new Error("four addresses were made");
    const deployment = await deployTown({
      ...parameters(),
      personhood: "Sponsorship",
      deployer: own,
      governor,
      founders: [{ owner }, { owner: second }, { owner: third }],
    });
    const address = deployment.contracts.Members;
    expect(await client().readContract({ address, abi: membersAbi, functionName: "seatCount" })).toBe(3);
    expect(await client().readContract({ address, abi: membersAbi, functionName: "governor" })).toBe(
      governor,
    );
    expect(deployment.personhood).toBe("Sponsorship");
  });

  it("does not seal a town whose addresses are not the predicted ones", async () => {
    await deployAndKill(4);
    const wallet = createWalletClient({ account: deployer, transport: http(rpcUrl) });
    const hash = await wallet.sendTransaction({ chain: null, to: deployer.address, value: 1n });
    await client().waitForTransactionReceipt({ hash });

    await expect(deployTown(parameters())).rejects.toThrow(
      /not sealed.*Ledger.splitter is.*CreditLines.taskMarket is.*Levels.taskMarket is/,
    );
    expect(existsSync(parameters().file)).toBe(false);
    const journal = readFileSync(join(parameters().state, "journal.jsonl"), "utf8");
    expect(journal).toContain("PeerCommons#TaskMarket");
    expect(journal).not.toContain("sealLedger");
  });

  it("refuses the state of another chain with a sentence", async () => {
    await deployTown(parameters());
    await stopChain();
    await startChain("--timestamp", "1700000000");
    await expect(deployTown(parameters())).rejects.toThrow(/another chain.*Remove that folder/);
  });

  it("refuses the test account on a chain that is not local", async () => {
    await stopChain();
    await startChain("--chain-id", "12345");
    await expect(deployTown(parameters())).rejects.toThrow(/id 12345, and no deployer was named/);
  });
});
