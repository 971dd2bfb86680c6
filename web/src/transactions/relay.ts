import type { ForwardRequest } from "@peercommons/sdk";
import { type Relayed, relayed, relayNext } from "@peercommons/sdk/schemas";
import type { z } from "zod";
import { callService } from "@/lib/api";
import type { TransactionRecord } from "./record";

type WireRequest = NonNullable<TransactionRecord["request"]>;

export function toWire(request: ForwardRequest): WireRequest {
  return {
    ...request,
    value: request.value.toString(),
    gas: request.gas.toString(),
    nonce: request.nonce.toString(),
  };
}

/** Hands a signed request to the relayer. Sending it again is the same request. */
export function postRelay(
  base: string,
  body: { deploymentId: string; request: WireRequest; signature: string },
): Promise<Relayed> {
  return callService(base, "/v1/relay", relayed as z.ZodType<Relayed>, { method: "POST", body });
}

/** Hands a signed act on a task to the relayer; it sends many together. */
export function postAct(
  base: string,
  body: {
    deploymentId: string;
    act: NonNullable<TransactionRecord["act"]>;
    signer: string;
    signature: string;
  },
): Promise<Relayed> {
  return callService(base, "/v1/relay/acts", relayed as z.ZodType<Relayed>, { method: "POST", body });
}

/** The id of the account's next post, those that wait at the relayer counted. */
export async function nextTask(base: string, account: string): Promise<bigint> {
  return BigInt((await callService(base, `/v1/relay/next/${account}`, relayNext)).taskId);
}

export function getRelay(base: string, id: string): Promise<Relayed> {
  return callService(base, `/v1/relay/${id}`, relayed as z.ZodType<Relayed>);
}
