import { type Address, getContractAddress } from "viem";
import { type ContractName, deploymentOrder } from "./PeerCommons.ts";

/** Where each contract will be when the deployer's next nonce is `nonce` and nothing else uses its account. */
export function predictAddresses(parameters: {
  deployer: Address;
  nonce: bigint;
}): Record<ContractName, Address> {
  const { deployer, nonce } = parameters;
  const entries = deploymentOrder.map((name, index) => [
    name,
    getContractAddress({ from: deployer, nonce: nonce + BigInt(index) }),
  ]);
  return Object.fromEntries(entries);
}
