// A real local chain for one test file.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { createTestClient, createWalletClient, http, publicActions } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { anvil } from "viem/chains";

export const root = join(import.meta.dirname, "../../..");
export const mnemonic = "test test test test test test test test test test test junk";
export const accountAt = (addressIndex: number) => mnemonicToAccount(mnemonic, { addressIndex });

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Asks again until the answer is not null. */
export async function until<T>(what: string, ask: () => Promise<T | null>, seconds = 30): Promise<T> {
  const end = Date.now() + seconds * 1_000;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const value = await ask();
      if (value !== null) return value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not happen within ${seconds} s`, { cause: last });
}

export function clientsOf(port: number) {
  const transport = http(`http://127.0.0.1:${port}`, { retryCount: 1 });
  const test = createTestClient({ chain: anvil, mode: "anvil", transport, pollingInterval: 20 }).extend(
    publicActions,
  );
  const wallet = (index: number) =>
    createWalletClient({ account: accountAt(index), chain: anvil, transport, pollingInterval: 20 });
  return { test, wallet };
}

export type Clients = ReturnType<typeof clientsOf>;

/** Anvil with a block for every transaction. `state` makes it survive. */
export async function startChain(options: { port?: number; state?: string; args?: string[] } = {}) {
  const port = options.port ?? (await freePort());
  const args = ["--host", "127.0.0.1", "--port", String(port), "--chain-id", "31337", "--accounts", "30"];
  args.push("--prune-history=50", "--quiet", ...(options.args ?? []));
  if (options.state) args.push("--state", options.state, "--state-interval", "1");
  // The package's command starts the real program and does not always end it: both are ended as one process group.
  const child: ChildProcess = spawn(join(root, "node_modules/.bin/anvil"), args, {
    stdio: "ignore",
    detached: true,
  });
  /** Whether anybody was there to hear it; 0 only asks. */
  const signalGroup = (signal: NodeJS.Signals | 0): boolean => {
    try {
      return child.pid !== undefined && process.kill(-child.pid, signal);
    } catch {
      return false;
    }
  };
  const atExit = () => signalGroup("SIGKILL");
  process.once("exit", atExit);
  const clients = clientsOf(port);
  await until("the chain's start", async () => ((await clients.test.getChainId()) === 31_337 ? true : null));
  if (child.exitCode !== null) throw new Error(`another chain already listens on port ${port}`);
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    signalGroup(signal);
    // It writes its state down first.
    await until("the chain's end", async () => (signalGroup(0) ? null : true)).catch(atExit);
    process.off("exit", atExit);
  };
  return { port, url: `http://127.0.0.1:${port}`, ws: `ws://127.0.0.1:${port}`, stop, ...clients };
}

export type Chain = Awaited<ReturnType<typeof startChain>>;
