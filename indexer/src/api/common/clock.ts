import { sql } from "ponder";
import { chain } from "../../../town.ts";
import { decodeCheckpoint, type Indexed } from "./checkpoint.ts";
import { rowsOf } from "./sql.ts";

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
