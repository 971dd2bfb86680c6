import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Town } from "../lib/town";

type Cached = { path: string; changed: number; deployment: Town["deployment"] };
let cached: Cached | undefined;

function deploymentPath(): string {
  const state = process.env.PEERCOMMONS_STATE ?? join(process.cwd(), ".peercommons");
  return process.env.PEERCOMMONS_DEPLOYMENT ?? join(/* turbopackIgnore: true */ state, "deployment.json");
}

/** Where the town's services are, read from the environment at every request: one build serves any town. */
function townUrls(): Pick<Town, "rpcUrl" | "indexerUrl" | "relayerUrl"> {
  const { env } = process;
  const local = (port: string | undefined, fallback: number) => `http://127.0.0.1:${port ?? fallback}`;
  return {
    rpcUrl: env.PEERCOMMONS_RPC ?? local(env.PEERCOMMONS_CHAIN_PORT, 8545),
    indexerUrl: env.PEERCOMMONS_INDEXER_URL ?? local(env.PEERCOMMONS_INDEXER_PORT, 42069),
    relayerUrl: env.PEERCOMMONS_RELAYER_URL ?? local(env.PEERCOMMONS_RELAYER_PORT, 42070),
  };
}

/** The origins a page may talk to, for the content security policy. */
export function townOrigins(): string[] {
  const urls = townUrls();
  return [...new Set(Object.values(urls).map((url) => new URL(url).origin))];
}

/** Reads the deployment file (again only when it changed) and the service addresses. Never throws: a town that is not there is a sentence. */
export function readTown(): Town {
  const path = deploymentPath();
  try {
    const changed = statSync(/* turbopackIgnore: true */ path).mtimeMs;
    if (cached?.path !== path || cached.changed !== changed) {
      const deployment = JSON.parse(readFileSync(/* turbopackIgnore: true */ path, "utf8"));
      cached = { path, changed, deployment };
    }
    return { ...townUrls(), deployment: cached.deployment, problem: null };
  } catch {
    return {
      ...townUrls(),
      deployment: null,
      problem:
        "This server has found no deployment file, so it does not know which town it belongs to. Start one with npm start, or set PEERCOMMONS_DEPLOYMENT to its deployment.json.",
    };
  }
}
