import type { Call, Deployment } from "@peercommons/sdk";
import { deriveSealingKeys, type SealingKeys, sealingTypedData } from "@peercommons/sdk/sealing";
import { createWalletClient, type Hex, http, type TransactionReceipt } from "viem";
import { type HDAccount, mnemonicToAccount } from "viem/accounts";
import { anvil } from "viem/chains";
import type { ChainClient } from "../town/chain.ts";

/** The test mnemonic every local chain knows. Never money of anybody's. */
export const mnemonic = "test test test test test test test test test test test junk";

export const townAccount = (index: number): HDAccount => mnemonicToAccount(mnemonic, { addressIndex: index });

/** Somebody of the story: a key, an id, sealing keys. */
export type Actor = {
  key: string;
  name: string;
  account: HDAccount;
  accountId: number;
  sealing: SealingKeys;
};

/** Sends the story's calls straight to the chain, each in a block of its own. */
export class Stage {
  readonly client: ChainClient;
  readonly deployment: Deployment;
  readonly #url: string;

  constructor(client: ChainClient, deployment: Deployment, url: string) {
    this.client = client;
    this.deployment = deployment;
    this.#url = url;
  }

  async send(account: HDAccount, call: Call): Promise<TransactionReceipt> {
    const { request } = await this.client.simulateContract({ ...call, account });
    // a block in another second may cost a checkpoint more than the estimate saw
    const gas = ((await this.client.estimateContractGas({ ...call, account })) * 3n) / 2n;
    const hash: Hex = await createWalletClient({
      account,
      chain: anvil,
      transport: http(this.#url),
    }).writeContract({ ...request, gas });
    const receipt = await this.client.waitForTransactionReceipt({ hash, pollingInterval: 20 });
    if (receipt.status !== "success")
      throw new Error(`The town's story broke off: "${call.summary}" was mined but failed.`);
    return receipt;
  }

  async now(): Promise<number> {
    return Number((await this.client.getBlock({ blockTag: "latest" })).timestamp);
  }

  /** The next block happens at this second, or right after the present one when that has passed. */
  async goTo(second: number): Promise<void> {
    const now = await this.now();
    await this.client.setNextBlockTimestamp({ timestamp: BigInt(Math.max(second, now + 1)) });
    await this.client.mine({ blocks: 1 });
  }
}

export async function sealingKeysOf(account: HDAccount): Promise<SealingKeys> {
  return deriveSealingKeys(await account.signTypedData(sealingTypedData(account.address)));
}
