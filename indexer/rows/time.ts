/** Unix seconds of a block. */
export const timeOf = (block: { timestamp: bigint }): number => Number(block.timestamp);

/** Unix day of a block. */
export const dayOf = (block: { timestamp: bigint }): number => Math.floor(Number(block.timestamp) / 86_400);

/** Week of basic income and of issuing budgets. */
export const epochOf = (time: number): number => Math.floor(time / 604_800);
