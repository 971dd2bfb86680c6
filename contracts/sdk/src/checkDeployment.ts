import type { Address, Client } from "viem";
import { getBlock, getChainId, getCode, readContract } from "viem/actions";
import { ledgerAbi } from "./abi.ts";
import { contractNames } from "./contracts.ts";
import type { Deployment } from "./deployment.ts";
import { PeerCommonsError } from "./errors/PeerCommonsError.ts";

/**
 * Refuses to work with anything but the deployment that was asked for: another chain, another chain's history under the
 * same id (a local chain that was started afresh), missing contracts, or a ledger that is not PEER.
 * @throws PeerCommonsError DeploymentWrongChain, DeploymentOther, DeploymentNoCode or DeploymentWrongCode
 * @example
 * await checkDeployment(createPublicClient({ transport: http(rpcUrl) }), deployment);
 */
export async function checkDeployment(client: Client, deployment: Deployment): Promise<void> {
  const chainId = await getChainId(client);
  if (chainId !== deployment.chainId) {
    throw refuse(
      "DeploymentWrongChain",
      `The node serves chain ${chainId}, but this town lives on chain ${deployment.chainId}. Connect to a node of that chain.`,
      { chainId, expected: deployment.chainId },
    );
  }
  const hash = await hashOfBlock(client, deployment.startBlock);
  if (hash !== deployment.startBlockHash.toLowerCase()) {
    throw refuse(
      "DeploymentOther",
      `The chain's block ${deployment.startBlock} is not the one this town was deployed from, so it holds another town or none. ` +
        "The chain was probably started afresh: deploy again, or take the new deployment.json.",
      { block: deployment.startBlock, hash, expected: deployment.startBlockHash },
    );
  }
  await Promise.all(
    contractNames.map(async (name) => {
      const address = deployment.contracts[name];
      const code = await getCode(client, { address });
      if (code === undefined || code === "0x") throw noCode(name, address);
    }),
  );
  const symbol = await symbolOf(client, deployment.contracts.Ledger);
  if (symbol !== "PEER") {
    throw refuse(
      "DeploymentWrongCode",
      `The contract at ${deployment.contracts.Ledger} is not the PEER ledger. Take a fresh copy of deployment.json.`,
      { address: deployment.contracts.Ledger },
    );
  }
}

async function hashOfBlock(client: Client, blockNumber: number): Promise<string | null> {
  try {
    const block = await getBlock(client, { blockNumber: BigInt(blockNumber) });
    return block.hash;
  } catch (error) {
    if (error instanceof Error && error.name === "BlockNotFoundError") return null;
    throw error;
  }
}

async function symbolOf(client: Client, address: Address): Promise<string | null> {
  try {
    return await readContract(client, { address, abi: ledgerAbi, functionName: "symbol" });
  } catch (error) {
    if (error instanceof Error && error.name === "ContractFunctionExecutionError") return null;
    throw error;
  }
}

const noCode = (name: string, address: Address) =>
  refuse(
    "DeploymentNoCode",
    `There is no contract ${name} at ${address}. The chain holds another town: take its deployment.json.`,
    { name, address },
  );

const refuse = (code: string, message: string, args: Record<string, unknown>) =>
  new PeerCommonsError({ code, message, args });
