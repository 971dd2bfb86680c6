import type { Client } from "viem";
import { readContract } from "viem/actions";
import { membersAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";

/**
 * How many live seats there are.
 * @example
 * await readSeatCount(client, { deployment })
 */
export function readSeatCount(
  client: Client,
  parameters: {
    deployment: Deployment;
  },
): Promise<number> {
  const { deployment } = parameters;
  return readContract(client, {
    address: deployment.contracts.Members,
    abi: membersAbi,
    functionName: "seatCount",
    args: [],
  });
}
