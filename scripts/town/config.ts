import { join, resolve } from "node:path";

/** Where a town lives and listens. Every value can be set from the environment; see the README. */
export type TownConfig = {
  root: string;
  state: string;
  ports: { chain: number; indexer: number; relayer: number; web: number };
  urls: { rpc: string; ws: string; indexer: string; relayer: string; web: string };
  files: { deployment: string; chain: string; lock: string; seeded: string; logs: string; content: string };
  chainId: number;
};

export const root = resolve(import.meta.dirname, "..", "..");

function port(name: string, fallback: number): number {
  const text = process.env[name];
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535)
    throw new Error(
      `${name} is "${text}", but a port is a whole number from 1 to 65535. Correct or unset it.`,
    );
  return value;
}

export function townConfig(
  overrides: { state?: string; ports?: Partial<TownConfig["ports"]> } = {},
): TownConfig {
  const state = resolve(overrides.state ?? process.env.PEERCOMMONS_STATE ?? join(root, ".peercommons"));
  const ports = {
    chain: overrides.ports?.chain ?? port("PEERCOMMONS_CHAIN_PORT", 8545),
    indexer: overrides.ports?.indexer ?? port("PEERCOMMONS_INDEXER_PORT", 42069),
    relayer: overrides.ports?.relayer ?? port("PEERCOMMONS_RELAYER_PORT", 42070),
    web: overrides.ports?.web ?? port("PEERCOMMONS_WEB_PORT", 3000),
  };
  return {
    root,
    state,
    ports,
    urls: {
      rpc: `http://127.0.0.1:${ports.chain}`,
      ws: `ws://127.0.0.1:${ports.chain}`,
      indexer: `http://127.0.0.1:${ports.indexer}`,
      relayer: `http://127.0.0.1:${ports.relayer}`,
      web: `http://127.0.0.1:${ports.web}`,
    },
    files: {
      deployment: join(state, "deployment.json"),
      chain: join(state, "chain", "state.json"),
      lock: join(state, "town.pid"),
      seeded: join(state, "seeded.json"),
      logs: join(state, "logs"),
      content: join(state, "content"),
    },
    chainId: 31_337,
  };
}

/** The environment every process of the town gets. */
export function townEnvironment(config: TownConfig): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PEERCOMMONS_STATE: config.state,
    PEERCOMMONS_DEPLOYMENT: config.files.deployment,
    PEERCOMMONS_RPC: config.urls.rpc,
    PEERCOMMONS_WS: config.urls.ws,
    PEERCOMMONS_INDEXER_URL: config.urls.indexer,
    PEERCOMMONS_RELAYER_URL: config.urls.relayer,
    PEERCOMMONS_CONTENT_DIR: config.files.content,
    PEERCOMMONS_CHAIN_PORT: String(config.ports.chain),
    PEERCOMMONS_INDEXER_PORT: String(config.ports.indexer),
    PEERCOMMONS_RELAYER_PORT: String(config.ports.relayer),
    PEERCOMMONS_WEB_PORT: String(config.ports.web),
    HARDHAT_DISABLE_TELEMETRY: "true",
    NEXT_TELEMETRY_DISABLED: "1",
    PONDER_TELEMETRY_DISABLED: "1",
  };
}
