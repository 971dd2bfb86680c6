import { dataOf } from "@peercommons/sdk";
import type { Address } from "viem";
import { getPublicClient } from "wagmi/actions";
import { deploymentOf, type Engine } from "./engine";
import { failureOf } from "./failure";
import type { TransactionRecord } from "./record";
import { definitionOf } from "./registry";

export type Trial = { ok: true } | { ok: false; sentence: string };

/** Tries the call against the chain as it is now, without sending anything. */
export async function simulate(engine: Engine, record: TransactionRecord): Promise<Trial> {
  const client = getPublicClient(engine.wallets);
  if (!client)
    return { ok: false, sentence: "The town's node is not configured, so this cannot be tried out." };
  try {
    const definition = definitionOf(record.kind);
    const call = definition.call(definition.parameters.parse(record.parameters), {
      deployment: deploymentOf(engine),
    });
    await client.call({ account: record.account as Address, to: call.address, data: dataOf(call) });
    return { ok: true };
  } catch (error) {
    return { ok: false, sentence: failureOf(error).sentence };
  }
}
