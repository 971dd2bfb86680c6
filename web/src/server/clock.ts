import { deploymentStatus } from "@peercommons/sdk/schemas";
import { callService } from "../lib/api";
import type { Town } from "../lib/town";

const PATIENCE = 400;

/** The town's time in unix seconds: the chain's when it runs ahead of this computer's. A page shows it until its own clock runs. */
export async function townTime({ indexerUrl }: Town): Promise<number> {
  const computer = Math.floor(Date.now() / 1_000);
  const signal = AbortSignal.timeout(PATIENCE);
  const status = await callService(indexerUrl, "/v1/deployment", deploymentStatus, { signal }).catch(
    () => null,
  );
  return Math.max(computer, status?.indexedAt ?? 0);
}
