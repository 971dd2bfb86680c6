import { PeerCommonsError } from "@peercommons/sdk";
import { deploymentStatus } from "@peercommons/sdk/schemas";
import type { Hex } from "viem";
import { waitForTransactionReceipt } from "wagmi/actions";
import { ApiError, callService } from "@/lib/api";
import type { Engine } from "./engine";
import type { TransactionRecord } from "./record";
import { definitionOf } from "./registry";
import { getRelay } from "./relay";
import { changeRecord } from "./store";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const UNREACHED = 90;

/** Watches a sent transaction until the indexer shows it. */
export async function follow(engine: Engine, record: TransactionRecord): Promise<void> {
  const mined = record.phase === "confirmed" ? record : await untilMined(engine, record);
  if (mined.phase !== "confirmed" || mined.block === undefined) return;
  await untilIndexed(engine, mined.block);
  changeRecord(mined.id, { phase: "settled" });
  const definition = definitionOf(mined.kind);
  const parameters = definition.parameters.parse(mined.parameters);
  const keys = [...definition.renews(parameters), ["account"], ["quota"], ["stats"]];
  await Promise.all(keys.map((queryKey) => engine.queries.invalidateQueries({ queryKey })));
}

function untilMined(engine: Engine, record: TransactionRecord): Promise<TransactionRecord> {
  return record.via === "wallet" && record.tx
    ? untilReceipt(engine, record, record.tx as Hex)
    : untilRelayed(engine, record);
}

async function untilReceipt(
  engine: Engine,
  record: TransactionRecord,
  hash: Hex,
): Promise<TransactionRecord> {
  const receipt = await waitForTransactionReceipt(engine.wallets, { hash });
  if (receipt.status === "success")
    return changeRecord(record.id, { phase: "confirmed", block: Number(receipt.blockNumber) });
  return changeRecord(record.id, {
    phase: "failed",
    attempt: record.attempt + 1,
    error: {
      code: "Reverted",
      sentence:
        "The chain refused it: things had changed since you looked. Reload, look again, then try once more.",
    },
  });
}

/** Asks the relayer until there is an end. A relayer that is away for a moment costs patience, not the transaction. */
async function untilRelayed(engine: Engine, record: TransactionRecord): Promise<TransactionRecord> {
  if (!record.relayId)
    throw new PeerCommonsError({
      code: "NotSent",
      message: "This was never handed to the relayer. Start it again.",
    });
  let unreached = 0;
  for (let wait = 300; ; wait = Math.min(wait * 1.3, 2_500)) {
    try {
      const state = await getRelay(engine.town.relayerUrl, record.relayId);
      unreached = 0;
      const { tx } = state;
      if (state.status === "mined")
        return changeRecord(record.id, { phase: "confirmed", tx, block: state.block ?? 0 });
      if (state.status === "failed" || state.status === "refused") return gaveUp(record, state);
      if (tx !== undefined && tx !== record.tx) changeRecord(record.id, { tx });
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 0 || ++unreached > UNREACHED) throw error;
    }
    await pause(wait);
  }
}

/** A post whose place in line others took gets another at the next try. */
export const placeTaken = (code: string | undefined): { act?: undefined } =>
  code === "TaskMarketActNotNext" ? { act: undefined } : {};

/** A failed request used up its nonce, so the next try is a new attempt; a refused one did not. */
function gaveUp(record: TransactionRecord, state: Awaited<ReturnType<typeof getRelay>>): TransactionRecord {
  return changeRecord(record.id, {
    phase: "failed",
    attempt: state.status === "failed" ? record.attempt + 1 : record.attempt,
    signature: undefined,
    ...placeTaken(state.error?.code),
    tx: state.tx,
    error: state.error ?? {
      code: "Refused",
      sentence: "The relayer did not send it and gave no reason. Try again.",
    },
  });
}

async function untilIndexed(engine: Engine, block: number): Promise<void> {
  for (;;) {
    try {
      const status = await callService(engine.town.indexerUrl, "/v1/deployment", deploymentStatus);
      if (status.indexedBlock >= block) return;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 0) throw error;
    }
    await pause(500);
  }
}
