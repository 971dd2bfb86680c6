import {
  type Call,
  checkDeployment,
  type Deployment,
  loadDeployment,
  PeerCommonsError,
} from "@peercommons/sdk";
import {
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  type LocalAccount,
  type PublicClient,
  type TransactionReceipt,
} from "viem";
import type { HostConfig } from "../config.ts";
import { HostError } from "../home.ts";

/** The host's view of the chain: reads, and one ordered line of transactions from its own key. */
export type TownChain = {
  deployment: Deployment;
  client: PublicClient;
  /** Simulates, sends and waits for `confirmations` more blocks. Calls queue up, so nonces never race. */
  send: (call: Call, account: LocalAccount) => Promise<TransactionReceipt>;
};

/** Connects, and refuses any chain or deployment but the configured one. */
export async function connectTown(
  config: Pick<HostConfig, "rpc" | "indexer" | "deploymentId" | "confirmations">,
): Promise<TownChain> {
  const deployment = await loadDeployment(`${config.indexer}/v1/deployment`);
  if (deployment.deploymentId !== config.deploymentId)
    throw new HostError(
      `The indexer at ${config.indexer} serves deployment ${deployment.deploymentId}, this host belongs to ${config.deploymentId}.`,
      "Point the host at its own town again, or run `peercommons host setup` for the new one.",
    );
  const chain = defineChain({
    id: deployment.chainId,
    name: `chain ${deployment.chainId}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [config.rpc] } },
  });
  const transport = http(config.rpc, { retryCount: 3, timeout: 10_000 });
  const client: PublicClient = createPublicClient({ chain, transport, pollingInterval: 500 });
  await checkDeployment(client, deployment).catch((error: unknown) => {
    if (error instanceof PeerCommonsError) throw error;
    throw new HostError(
      `The chain at ${config.rpc} can't be reached.`,
      "Check that its node runs and the address is right.",
    );
  });

  let line: Promise<unknown> = Promise.resolve();
  const send = (call: Call, account: LocalAccount) => {
    const sent = line.then(() => sendNow(call, account));
    line = sent.catch(() => undefined);
    return sent;
  };
  async function sendNow(call: Call, account: LocalAccount): Promise<TransactionReceipt> {
    const { request } = await client.simulateContract({ ...call, account });
    // the next block may find other storage cold than the estimate did
    const gas = ((await client.estimateContractGas({ ...call, account })) * 3n) / 2n;
    const hash: Hex = await createWalletClient({ account, chain, transport }).writeContract({
      ...request,
      gas,
    });
    const receipt = await client.waitForTransactionReceipt({
      hash,
      confirmations: config.confirmations + 1,
      timeout: 120_000,
    });
    if (receipt.status !== "success")
      throw new HostError(
        `Transaction ${hash} was mined but failed.`,
        "The task has probably moved on; the host looks again by itself.",
      );
    return receipt;
  }
  return { deployment, client, send };
}
