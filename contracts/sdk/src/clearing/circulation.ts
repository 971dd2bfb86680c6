import { minCostFlow, smaller } from "./minCostFlow.ts";

/** One account owes another. */
export type Owed = { debtorId: number; creditorId: number; amount: bigint };

/** A circle of debts: each edge's debtor is the creditor of the edge before it. `edges` are places in the list it came from. */
export type Loop = { edges: number[]; amount: bigint };

/** Edges that leave nobody with anything, small enough for one call. */
export type Batch = { edges: { index: number; amount: bigint }[]; total: bigint };

/**
 * The largest circulation: how much of each debt can be taken off so that nobody's net position changes and the sum is the most
 * possible. What is left afterwards has no circle in it.
 *
 * Source: what must stay is a cheapest flow from those who owe more than they are owed to those who are owed more, each unit of
 * debt costing one (Fleischman, Dini, Littera, JRFM 2020 13(12) 295); everything beside it cancels.
 * @example
 * findCirculation([
 *   { debtorId: 1, creditorId: 2, amount: 5n },
 *   { debtorId: 2, creditorId: 1, amount: 3n },
 * ]) // [3n, 3n]
 */
export function findCirculation(debts: readonly Owed[]): bigint[] {
  const places = new Map<number, number>();
  const placeOf = (accountId: number): number => {
    const found = places.get(accountId) ?? places.size;
    places.set(accountId, found);
    return found;
  };
  const arcs = debts.map(({ debtorId, creditorId, amount }) => ({
    from: placeOf(debtorId),
    to: placeOf(creditorId),
    capacity: amount,
  }));
  const net = new Array<bigint>(places.size).fill(0n);
  for (const { from, to, capacity } of arcs) {
    net[from] = (net[from] ?? 0n) + capacity;
    net[to] = (net[to] ?? 0n) - capacity;
  }
  const staying = minCostFlow({ nodes: places.size, arcs, supplies: net });
  return debts.map(({ amount }, index) => amount - (staying[index] ?? 0n));
}

/**
 * Takes a circulation apart into circles. Their amounts add up to it, edge by edge.
 * @example
 * const debts = [
 *   { debtorId: 1, creditorId: 2, amount: 5n },
 *   { debtorId: 2, creditorId: 1, amount: 3n },
 * ];
 * loopsOf(debts, [3n, 3n]) // [{ edges: [0, 1], amount: 3n }]
 */
export function loopsOf(debts: readonly Owed[], circulation: readonly bigint[]): Loop[] {
  const left = [...circulation];
  const from = new Map<number, number[]>();
  for (const [index, { debtorId }] of debts.entries()) {
    if ((left[index] ?? 0n) > 0n) from.set(debtorId, [...(from.get(debtorId) ?? []), index]);
  }
  const loops: Loop[] = [];
  for (const start of from.keys()) {
    const path: number[] = [];
    const placed = new Map([[start, 0]]);
    let here = start;
    for (;;) {
      const ways = from.get(here) ?? [];
      while (ways.length > 0 && left[ways[ways.length - 1] as number] === 0n) ways.pop();
      const way = ways[ways.length - 1];
      // A circulation has no dead end, so this is where the walk began and everything is taken.
      if (way === undefined) break;
      path.push(way);
      here = (debts[way] as Owed).creditorId;
      const at = placed.get(here);
      if (at === undefined) {
        placed.set(here, path.length);
        continue;
      }
      const edges = path.splice(at);
      const amounts = edges.map((edge) => left[edge] as bigint);
      const amount = amounts.reduce((least, each) => smaller(least, each));
      for (const edge of edges) {
        left[edge] = (left[edge] as bigint) - amount;
        const creditorId = (debts[edge] as Owed).creditorId;
        if (creditorId !== here) placed.delete(creditorId);
      }
      loops.push({ edges, amount });
    }
  }
  return loops;
}

/**
 * Puts circles together into calls of at most `maxEdges` edges each; an edge that several of them use is named once.
 * @example
 * batchesOf([{ edges: [0, 1], amount: 3n }]) // [{ edges: [{ index: 0, amount: 3n }, ...], total: 6n }]
 */
export function batchesOf(loops: readonly Loop[], maxEdges = 1_000): Batch[] {
  const batches: Map<number, bigint>[] = [];
  let batch = new Map<number, bigint>();
  for (const { edges, amount } of loops) {
    const fresh = edges.filter((edge) => !batch.has(edge)).length;
    if (batch.size > 0 && batch.size + fresh > maxEdges) {
      batches.push(batch);
      batch = new Map();
    }
    for (const edge of edges) batch.set(edge, (batch.get(edge) ?? 0n) + amount);
  }
  if (batch.size > 0) batches.push(batch);
  return batches.map((amounts) => ({
    edges: [...amounts].map(([index, amount]) => ({ index, amount })),
    total: [...amounts.values()].reduce((sum, amount) => sum + amount, 0n),
  }));
}
