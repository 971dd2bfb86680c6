import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { taskMarketAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Who rules on new disputes.
 * @example
 * await readArbiter(client, { deployment })
 */
export function readArbiter(
  client: Client,
  parameters: {
    deployment: Deployment;
  },
): Promise<Address> {
  const { deployment } = parameters;
  return readContract(client, {
    address: deployment.contracts.TaskMarket,
    abi: taskMarketAbi,
    functionName: "arbiter",
    args: [],
  });
}
