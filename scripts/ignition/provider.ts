import { createPublicClient, type Hex, hexToBigInt, hexToNumber, http, isHex, type LocalAccount } from "viem";

type Request = { method: string; params?: unknown };
export type Provider = { request: (request: Request) => Promise<unknown> };

/** A node's JSON-RPC with one account that signs here, so the node needs no unlocked keys. */
export function signingProvider(parameters: { rpcUrl: string; account: LocalAccount }): Provider {
  const { rpcUrl, account } = parameters;
  const client = createPublicClient({ transport: http(rpcUrl) });
  const send = ({ method, params }: Request) =>
    // viem types the methods it knows; Ignition asks for standard ones only.
    client.request({ method, params } as Parameters<typeof client.request>[0]);
  return {
    async request(request) {
      if (request.method === "eth_accounts") return [account.address];
      if (request.method !== "eth_sendTransaction") return send(request);
      const chainId = await client.getChainId();
      const serialized = await account.signTransaction({ chainId, ...transactionOf(request.params) });
      return send({ method: "eth_sendRawTransaction", params: [serialized] });
    },
  };
}

/** The transaction in the parameters of `eth_sendTransaction`, as viem wants it. */
function transactionOf(params: unknown) {
  const [fields] = params as [Record<string, unknown>];
  const big = (name: string) => {
    const value = fields[name];
    return isHex(value) ? hexToBigInt(value) : undefined;
  };
  const common = {
    to: fields.to as Hex | undefined,
    data: fields.data as Hex | undefined,
    value: big("value"),
    gas: big("gas"),
    nonce: isHex(fields.nonce) ? hexToNumber(fields.nonce) : undefined,
  };
  const gasPrice = big("gasPrice");
  if (gasPrice !== undefined) return { ...common, type: "legacy" as const, gasPrice };
  return {
    ...common,
    type: "eip1559" as const,
    maxFeePerGas: big("maxFeePerGas"),
    maxPriorityFeePerGas: big("maxPriorityFeePerGas"),
  };
}
