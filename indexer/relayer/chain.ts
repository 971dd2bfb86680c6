import { type AccountKind, type Deployment, decodeAccount, forwarderAbi, membersAbi } from "@peercommons/sdk";
import { type Explanation, explainError } from "@peercommons/sdk/errors";
import { type Address, concat, createPublicClient, type Hex, http, type PublicClient } from "viem";
import type { Queued } from "./queue.ts";

/** Where and when the chain is. */
export type Head = { block: number; at: number; baseFee: bigint };

/** Who a signer is. `accountId` 0 for somebody unknown. A bot is seated by who registered it. */
export type Signer = { accountId: number; kind: AccountKind; seated: boolean };

/** Gas of a batch beside its requests: the transaction itself, checks of signature, nonce and trust. */
export const batchGas = 60_000n;
export const requestGas = 75_000n;

/** What the relayer asks a chain. */
export function chainOf(rpc: string, deployment: Deployment) {
  const client: PublicClient = createPublicClient({
    transport: http(rpc, { retryCount: 1, timeout: 8_000, batch: true }),
    pollingInterval: 100,
  });
  const members = { address: deployment.contracts.Members, abi: membersAbi } as const;
  const forwarder = { address: deployment.contracts.Forwarder, abi: forwarderAbi } as const;

  return {
    client,

    async head(): Promise<Head> {
      const block = await client.getBlock();
      return { block: Number(block.number), at: Number(block.timestamp), baseFee: block.baseFeePerGas ?? 0n };
    },

    /** Whether the chain still holds the block this town was deployed in. */
    async isOurs(): Promise<boolean> {
      const block = await client
        .getBlock({ blockNumber: BigInt(deployment.startBlock) })
        .catch((error: unknown) => {
          if (error instanceof Error && error.name === "BlockNotFoundError") return null;
          throw error;
        });
      return block?.hash === deployment.startBlockHash.toLowerCase();
    },

    async signer(address: Address, today: number): Promise<Signer> {
      const accountId = await client.readContract({ ...members, functionName: "idOf", args: [address] });
      if (accountId === 0) return { accountId, kind: "None", seated: false };
      const word = await client.readContract({ ...members, functionName: "accountWord", args: [accountId] });
      const account = decodeAccount(word);
      const { kind } = account;
      return { accountId, kind, seated: kind === "Member" ? account.seatUntilDay > today : kind === "Bot" };
    },

    /** The next nonce in a key's sequence, whole. */
    nonce: (owner: Address, key: bigint): Promise<bigint> =>
      client.readContract({ ...forwarder, functionName: "nonces", args: [owner, key] }),

    /** Plays a request as the forwarder would send it. Null when it works. */
    async refusal({ request }: Pick<Queued, "request">, now: number): Promise<Explanation | null> {
      try {
        await client.call({
          account: deployment.contracts.Forwarder,
          to: request.to,
          data: concat([request.data, request.from]),
          gas: request.gas,
          gasPrice: 0n,
        });
        return null;
      } catch (error) {
        return explainError(error, { now });
      }
    },

    /** Which requests of a batch would be executed and succeed, one after another. */
    async playBatch(entries: readonly Queued[], sender: Address): Promise<readonly boolean[]> {
      const { result } = await client.simulateContract({
        ...forwarder,
        functionName: "executeBatch",
        args: [entries.map(structOf)],
        account: sender,
        gas: gasOf(entries),
        gasPrice: 0n,
      });
      return result;
    },
  };
}

export type RelayerChain = ReturnType<typeof chainOf>;

/** A request with its signature, as the forwarder takes it. */
export const structOf = (entry: Pick<Queued, "request" | "signature">) => ({
  ...entry.request,
  signature: entry.signature,
});

/** Gas to send with a batch, so that no request is starved: a call gets at most 63 of 64 parts of what is left. */
export const gasOf = (entries: readonly { request: { gas: bigint } }[]): bigint =>
  entries.reduce((sum, { request }) => sum + (request.gas * 64n) / 63n + requestGas, batchGas);

export const keyOf = (nonce: bigint): bigint => nonce >> 64n;
export const hexOf = (value: string): Hex => value.toLowerCase() as Hex;
