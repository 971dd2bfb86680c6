import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);

const schema = z.object({
  PEERCOMMONS_STATE: z.string().default(fileURLToPath(new URL("../.peercommons", import.meta.url))),
  PEERCOMMONS_DEPLOYMENT: z.string().optional(),
  PEERCOMMONS_CHAIN_PORT: port(8545),
  PEERCOMMONS_INDEXER_PORT: port(42069),
  PEERCOMMONS_RELAYER_PORT: port(42070),
  PEERCOMMONS_HOST: z.string().default("127.0.0.1"),
  PEERCOMMONS_RPC: z.string().optional(),
  PEERCOMMONS_WS: z.string().optional(),
  PEERCOMMONS_CONTENT_DIR: z.string().optional(),
  DATABASE_URL: z.string().optional(),
});

export type Environment = ReturnType<typeof readEnvironment>;

/**
 * Reads the settings that indexer and relayer share.
 * @throws Error with a sentence naming the variable that is wrong
 */
export function readEnvironment(variables: Record<string, string | undefined>) {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(filled);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(
      `The setting ${issue?.path.join(".")} cannot be used: ${issue?.message}. Correct or unset it.`,
    );
  }
  const value = parsed.data;
  const state = resolve(value.PEERCOMMONS_STATE);
  const rpc = (value.PEERCOMMONS_RPC ?? `http://127.0.0.1:${value.PEERCOMMONS_CHAIN_PORT}`).split(",");
  return {
    state,
    deploymentFile: resolve(value.PEERCOMMONS_DEPLOYMENT ?? join(state, "deployment.json")),
    indexerState: join(state, "indexer"),
    relayerState: join(state, "relayer"),
    contentDir: resolve(value.PEERCOMMONS_CONTENT_DIR ?? join(state, "content")),
    rpc,
    ws: value.PEERCOMMONS_WS ?? rpc[0]?.replace(/^http/, "ws"),
    hostname: value.PEERCOMMONS_HOST,
    indexerPort: value.PEERCOMMONS_INDEXER_PORT,
    relayerPort: value.PEERCOMMONS_RELAYER_PORT,
    databaseUrl: value.DATABASE_URL,
  };
}

/** The settings of this process. */
export const environment = readEnvironment(process.env);
