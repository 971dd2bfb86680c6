import { checkDeployment, type Deployment, PeerCommonsError } from "@peercommons/sdk";
import { createPublicClient, http, type PublicClient } from "viem";
import type { Stamp } from "./stamp.ts";

/** Blocks a local chain may lose when it is killed; the same depth Ponder holds for final there. */
const depth = 30n;

export const clientOf = (rpc: string): PublicClient =>
  createPublicClient({ transport: http(rpc, { retryCount: 0, timeout: 4_000 }) });

/**
 * Waits until the chain answers and holds the deployment.
 * @throws PeerCommonsError when it is another chain or town; Error when it does not answer in time
 */
export async function waitForDeployment(
  client: PublicClient,
  deployment: Deployment,
  rpc: string,
  seconds: number,
) {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    try {
      await checkDeployment(client, deployment);
      return;
    } catch (error) {
      if (error instanceof PeerCommonsError && error.code.startsWith("Deployment")) throw error;
      if (Date.now() > end) {
        throw new Error(
          `The chain at ${rpc} has not answered for ${seconds} seconds, so there is nothing to index. Start it, or name another in PEERCOMMONS_RPC.`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** Whether the chain still holds the block that the deployment, or the tables, were made on. Throws when it does not answer. */
export async function holds(client: PublicClient, block: number, hash: string): Promise<boolean> {
  try {
    const found = await client.getBlock({ blockNumber: BigInt(block) });
    return found.hash === hash.toLowerCase();
  } catch (error) {
    if (error instanceof Error && error.name === "BlockNotFoundError") return false;
    throw error;
  }
}

/** A block deep enough that a reorganisation does not reach it; null on a young chain. */
export async function deepBlock(client: PublicClient): Promise<Stamp["checkpoint"]> {
  const head = await client.getBlockNumber();
  if (head <= depth) return null;
  const block = await client.getBlock({ blockNumber: head - depth });
  return block.hash === null ? null : { block: Number(block.number), hash: block.hash };
}
