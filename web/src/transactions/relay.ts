import type { ForwardRequest } from "@peercommons/sdk";
import { type Relayed, relayed } from "@peercommons/sdk/schemas";
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

export function getRelay(base: string, id: string): Promise<Relayed> {
  return callService(base, `/v1/relay/${id}`, relayed as z.ZodType<Relayed>);
}
