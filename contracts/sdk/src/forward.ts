import type { Account, Address, Chain, Hex, LocalAccount, Transport, WalletClient } from "viem";
import { signTypedData } from "viem/actions";
import { type Call, dataOf } from "./call.ts";
import type { Deployment } from "./deployment.ts";
import { forwardRequestTypedData, relayIdOf } from "./typedData/forwardRequest.ts";
import type { ForwardRequest } from "./types.ts";

/** A request with its signature and id; {@link relayBody} turns it into what `POST /v1/relay` takes. */
export type SignedForwardRequest = { id: Hex; request: ForwardRequest; signature: Hex };

/**
 * Gas a forwarded call may use where the caller names none: more than any single act of the town needs.
 * @example
 * signed.request.gas === defaultForwardGas
 */
export const defaultForwardGas = 600_000n;

/**
 * Signs a call for a relayer to send, with a local account or a wallet. Nothing is sent.
 * `nonce` is keyed: upper 192 bits a key of the signer's choice, lower 64 bits its sequence; `deadline` is a unix second.
 * @example
 * const signed = await signForwardRequest({ deployment, call, nonce, deadline: now + 600, account });
 * await fetch(`${relayerUrl}/v1/relay`, { method: "POST", body: JSON.stringify(relayBody(deployment, signed)) });
 */
export async function signForwardRequest(
  parameters: {
    deployment: Deployment;
    call: Pick<Call, "address" | "abi" | "functionName" | "args">;
    nonce: bigint;
    deadline: number;
    gas?: bigint;
  } & ({ account: LocalAccount } | { walletClient: WalletClient<Transport, Chain | undefined, Account> }),
): Promise<SignedForwardRequest> {
  const { deployment, call, nonce, deadline, gas = defaultForwardGas } = parameters;
  const signer = "account" in parameters ? parameters.account : parameters.walletClient.account;
  const request = forwardRequestOf({ call, from: signer.address, nonce, deadline, gas });
  const typedData = forwardRequestTypedData(deployment, request);
  const signature =
    "account" in parameters
      ? await parameters.account.signTypedData(typedData)
      : await signTypedData(parameters.walletClient, { account: signer, ...typedData });
  return { id: relayIdOf(deployment, request), request, signature };
}

/**
 * A call as an unsigned request.
 * @example
 * const request = forwardRequestOf({ call, from, nonce, deadline, gas: 300_000n });
 */
export function forwardRequestOf(parameters: {
  call: Pick<Call, "address" | "abi" | "functionName" | "args">;
  from: Address;
  nonce: bigint;
  deadline: number;
  gas: bigint;
}): ForwardRequest {
  const { call, from, nonce, deadline, gas } = parameters;
  return { from, to: call.address, value: 0n, gas, nonce, deadline, data: dataOf(call) };
}

/**
 * The body of `POST /v1/relay`: numbers as decimal strings.
 * @example
 * JSON.stringify(relayBody(deployment, signed))
 */
export function relayBody(deployment: Pick<Deployment, "deploymentId">, signed: SignedForwardRequest) {
  const { request, signature } = signed;
  return {
    deploymentId: deployment.deploymentId,
    request: {
      ...request,
      value: request.value.toString(),
      gas: request.gas.toString(),
      nonce: request.nonce.toString(),
    },
    signature,
  };
}

/**
 * A keyed nonce: different keys make sequences that do not wait for each other.
 * @example
 * nonceOf({ key: 5n, sequence: 0n })
 */
export function nonceOf(parameters: { key: bigint; sequence: bigint }): bigint {
  return (parameters.key << 64n) | parameters.sequence;
}
