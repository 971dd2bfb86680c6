import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { forwarderAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";

/**
 * The signer's next keyed nonce at the forwarder.
 * @example
 * await readForwarderNonce(client, { deployment, owner, key })
 */
export function readForwarderNonce(
  client: Client,
  parameters: {
    deployment: Deployment;
    owner: Address;
    key?: bigint;
  },
): Promise<bigint> {
  const { deployment, owner, key = 0n } = parameters;
  return readContract(client, {
    address: deployment.contracts.Forwarder,
    abi: forwarderAbi,
    functionName: "nonces",
    args: [owner, key],
  });
}
