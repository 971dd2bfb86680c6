import {
  createPublicClient,
  type Hex,
  hexToBigInt,
  hexToNumber,
  http,
  isHex,
  keccak256,
  type LocalAccount,
} from "viem";
import type { Sent } from "./journal.ts";

type Request = { method: string; params?: unknown };
export type Provider = { request: (request: Request) => Promise<unknown> };

/**
 * A node's JSON-RPC with one account that signs here, so the node needs no unlocked keys. `beforeSending` has the hash
 * before the chain has the transaction.
 */
export function signingProvider(parameters: {
  rpcUrl: string;
  account: LocalAccount;
  beforeSending: (sent: Sent) => Promise<void>;
}): Provider {
  const { rpcUrl, account, beforeSending } = parameters;
  const client = createPublicClient({ transport: http(rpcUrl) });
  const send = ({ method, params }: Request) =>
    // viem types the methods it knows; Ignition asks for standard ones only.
    client.request({ method, params } as Parameters<typeof client.request>[0]);
  return {
    async request(request) {
      if (request.method === "eth_accounts") return [account.address];
      if (request.method !== "eth_sendTransaction") return send(request);
      const chainId = await client.getChainId();
      const transaction = transactionOf(request.params);
      const serialized = await account.signTransaction({ chainId, ...transaction });
      await beforeSending({
        nonce: transaction.nonce,
        hash: keccak256(serialized),
        maxFeePerGas: String(transaction.maxFeePerGas),
        maxPriorityFeePerGas: String(transaction.maxPriorityFeePerGas),
      });
      return send({ method: "eth_sendRawTransaction", params: [serialized] });
    },
  };
}

/** The transaction in the parameters of `eth_sendTransaction`, as Ignition sends it and viem wants it. */
function transactionOf(params: unknown) {
  const [fields] = params as [Record<string, unknown>];
  const hex = (name: string): Hex => {
    const value = fields[name];
    if (!isHex(value)) throw new Error(`The deployment sent a transaction without ${name}.`);
    return value;
  };
  return {
    type: "eip1559" as const,
    // A deployment has no receiver.
    to: isHex(fields.to) ? fields.to : undefined,
    data: hex("data"),
    value: hexToBigInt(hex("value")),
    gas: withMargin(hexToBigInt(hex("gas"))),
    nonce: hexToNumber(hex("nonce")),
    maxFeePerGas: hexToBigInt(hex("maxFeePerGas")),
    maxPriorityFeePerGas: hexToBigInt(hex("maxPriorityFeePerGas")),
  };
}

/** A call can cost more than it was estimated at when the next block begins another second: votes then write a new checkpoint. */
const withMargin = (gas: bigint): bigint => gas + gas / 4n;
