import {
  type AccountKind,
  type Deployment,
  decodeAccount,
  forwarderAbi,
  ledgerAbi,
  membersAbi,
  taskIdOf,
  taskMarketAbi,
} from "@peercommons/sdk";
import { type Explanation, explainError } from "@peercommons/sdk/errors";
import {
  type Address,
  concat,
  createPublicClient,
  type Hex,
  http,
  type PublicClient,
  toFunctionSelector,
} from "viem";
import type { Queued } from "./queue.ts";

/** Where and when the chain is. */
export type Head = { block: number; at: number; baseFee: bigint };

/** Who a signer is. `accountId` 0 for somebody unknown. A bot is seated by who registered it. */
export type Signer = { accountId: number; kind: AccountKind; seated: boolean };

/** Gas of a batch beside its requests: the transaction itself, checks of signature, nonce and trust. */
export const batchGas = 60_000n;
export const requestGas = 75_000n;

/** Gas that a signed act may use, its checks included: more than any of them needs. */
export const actGas = 350_000n;

const performSelector = toFunctionSelector("function perform()");

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

    /** The id of the next task that the account posts. */
    async nextTask(accountId: number, owner: Address): Promise<bigint> {
      const ledger = { address: deployment.contracts.Ledger, abi: ledgerAbi } as const;
      const { locks } = await client.readContract({ ...ledger, functionName: "accountOf", args: [owner] });
      return taskIdOf(accountId, locks);
    },

    /** Plays a request as the forwarder, or an act as the market, would send it. Null when it works. */
    async refusal(
      { form, request }: Pick<Queued, "form" | "request">,
      now: number,
    ): Promise<Explanation | null> {
      const { to, gas } = request;
      try {
        await client.call(
          form === "act"
            ? { ...{ account: to, to, gas }, data: concat([performSelector, request.data]), ...soon }
            : {
                ...{ account: deployment.contracts.Forwarder, to, gas },
                data: concat([request.data, request.from]),
                gasPrice: 0n,
              },
        );
        return null;
      } catch (error) {
        return explainError(error, { now });
      }
    },

    /** Which requests of a batch would be executed and succeed, one after another. */
    async playBatch(entries: readonly Queued[], sender: Address): Promise<readonly boolean[]> {
      if (entries[0]?.form === "act") {
        const { result: done } = await client.simulateContract({
          address: deployment.contracts.TaskMarket,
          abi: taskMarketAbi,
          functionName: "relay",
          args: [concat(entries.map(({ request }) => request.data))],
          account: sender,
          gas: gasOf(entries),
          ...soon,
        });
        return entries.map((_, i) => ((done >> BigInt(i)) & 1n) === 1n);
      }
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

/** An act is for a state that is a second old at least, so it is played on the block to come, not on the last. */
const soon = { gasPrice: 0n, blockTag: "pending" } as const;

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
