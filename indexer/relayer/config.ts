import { z } from "zod";

const count = (fallback: number) => z.coerce.number().int().min(0).default(fallback);

const schema = z.object({
  PEERCOMMONS_RELAYER_KEY_FILE: z.string().optional(),
  PEERCOMMONS_RELAYER_ACCOUNT: count(29),
  PEERCOMMONS_RELAYER_WINDOW_MS: count(150),
  PEERCOMMONS_RELAYER_DEPTH: count(0),
  PEERCOMMONS_RELAYER_BATCH: count(25),
  PEERCOMMONS_RELAYER_DAILY_REQUESTS: count(300),
  PEERCOMMONS_RELAYER_DAILY_GAS: count(60_000_000),
  PEERCOMMONS_RELAYER_DAILY_JOINS: count(500),
  PEERCOMMONS_RELAYER_QUEUE: count(2_000),
});

/** What a relayer is willing to do. */
export type RelayerConfig = {
  keyFile: string | undefined;
  /** Index of the test account that relays on a local chain. */
  localAccount: number;
  /** How long requests are collected before a batch goes out, in milliseconds. */
  windowMs: number;
  /** Blocks on top before a request counts as mined; 0 on a local chain. */
  depth: number;
  batchSize: number;
  caps: {
    requests: number;
    gas: number;
    /** Requests a day of an account without a live seat: enough to renew, repay and get its money out. */
    unseatedRequests: number;
    /** Requests a day of an organisation, which anyone may register. */
    organisationRequests: number;
    /** Joins of newcomers a day, all together. */
    joins: number;
    /** Created skills an account in thirty days. */
    skills: number;
  };
  /** Requests that may wait; beyond it newcomers are asked to come back. */
  queueLength: number;
  /** Gas of one request, and the farthest deadline in seconds. */
  mostGas: bigint;
  farthestDeadline: number;
  mostData: number;
};

/** @throws Error with a sentence naming the setting that is wrong */
export function relayerConfig(variables: Record<string, string | undefined>): RelayerConfig {
  const parsed = schema.safeParse(
    Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== "")),
  );
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(
      `The setting ${issue?.path.join(".")} cannot be used: ${issue?.message}. Correct or unset it.`,
    );
  }
  const value = parsed.data;
  return {
    keyFile: value.PEERCOMMONS_RELAYER_KEY_FILE,
    localAccount: value.PEERCOMMONS_RELAYER_ACCOUNT,
    windowMs: value.PEERCOMMONS_RELAYER_WINDOW_MS,
    depth: value.PEERCOMMONS_RELAYER_DEPTH,
    batchSize: Math.max(1, value.PEERCOMMONS_RELAYER_BATCH),
    caps: {
      requests: value.PEERCOMMONS_RELAYER_DAILY_REQUESTS,
      gas: value.PEERCOMMONS_RELAYER_DAILY_GAS,
      unseatedRequests: 10,
      organisationRequests: 60,
      joins: value.PEERCOMMONS_RELAYER_DAILY_JOINS,
      skills: 1,
    },
    queueLength: value.PEERCOMMONS_RELAYER_QUEUE,
    mostGas: 2_000_000n,
    farthestDeadline: 86_400,
    mostData: 10_000,
  };
}
