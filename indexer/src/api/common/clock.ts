import { sql } from "ponder";
import { chain } from "../../../town.ts";
import { rowsOf } from "./sql.ts";

/** How far the tables go. Nothing in the API reads the server's clock for what happens on chain. */
export type Indexed = { block: number; at: number };

/** Ponder's checkpoint text: 10 digits of time, 16 of chain, 16 of block. */
export function decodeCheckpoint(checkpoint: string): Indexed {
  return { at: Number(checkpoint.slice(0, 10)), block: Number(checkpoint.slice(26, 42)) };
}

/** The indexed block and its time. */
export async function indexed(): Promise<Indexed> {
  const [row] = await rowsOf<{ checkpoint: string }>(
    sql`select latest_checkpoint as checkpoint from _ponder_checkpoint limit 1`,
  );
  return row === undefined ? { block: 0, at: 0 } : decodeCheckpoint(row.checkpoint);
}

/** The chain's head; the indexed block when the chain does not answer. */
export async function headBlock(fallback: number): Promise<number> {
  try {
    return Number(await chain.getBlockNumber({ cacheTime: 250 }));
  } catch {
    return fallback;
  }
}
