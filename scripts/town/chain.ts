import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createTestClient, http, publicActions } from "viem";
import { anvil } from "viem/chains";
import { restoreChainState } from "./chainState.ts";
import type { TownConfig } from "./config.ts";
import { townEnvironment } from "./config.ts";
import { type Supervisor, until } from "./processes.ts";

/**
 * Starts the local chain. Its state is written every two seconds and survives a kill: a file that was cut short by one is replaced by the
 * last whole copy.
 */
export async function startChain(
  config: TownConfig,
  supervisor: Supervisor,
  genesis?: number,
): Promise<void> {
  await mkdir(dirname(config.files.chain), { recursive: true });
  await restoreChainState(config.files.chain);
  const service = supervisor.start({
    name: "chain",
    command: join(config.root, "node_modules", ".bin", "anvil"),
    args: [
      ...["--host", "127.0.0.1", "--port", String(config.ports.chain), "--chain-id", String(config.chainId)],
      // a block for every transaction, and one every 12 seconds: time goes on, the state file stays small
      ...["--mixed-mining", "--block-time", "12", "--prune-history=50", "--accounts", "30"],
      ...["--state", config.files.chain, "--state-interval", "2", "--quiet"],
      ...(genesis === undefined ? [] : ["--timestamp", String(genesis)]),
    ],
    cwd: config.root,
    env: townEnvironment(config),
    logs: config.files.logs,
  });
  const client = chainClient(config);
  await until(
    "The local chain",
    async () => (await client.getChainId()) === config.chainId,
    60,
    () => (service.child.exitCode === null ? undefined : "The local chain ended while starting."),
  );
}

export function chainClient(config: TownConfig) {
  return createTestClient({
    chain: anvil,
    mode: "anvil",
    transport: http(config.urls.rpc, { retryCount: 2 }),
  }).extend(publicActions);
}

export type ChainClient = ReturnType<typeof chainClient>;
