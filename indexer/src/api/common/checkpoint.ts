/** How far the tables go. Nothing in the API reads the server's clock for what happens on chain. */
export type Indexed = { block: number; at: number };

/** Ponder's checkpoint text: 10 digits of time, 16 of chain, 16 of block. */
export function decodeCheckpoint(checkpoint: string): Indexed {
  return { at: Number(checkpoint.slice(0, 10)), block: Number(checkpoint.slice(26, 42)) };
}
