// A cheapest flow in whole base units. Libraries of graphs for JavaScript count in floating point, which loses units above 2^53
// and would be refused by the contract; this one counts in bigint.

export type Arc = { from: number; to: number; capacity: bigint };

type Network = {
  /** Arcs in pairs: 2i goes forward, 2i + 1 back. */
  to: number[];
  left: bigint[];
  cost: number[];
  /** Arcs that leave each node. */
  out: number[][];
};

/**
 * What each arc carries so that every node's supply (its outflow less its inflow) is met and the sum over all arcs is the least.
 * The supplies must add up to 0 and be possible, as those of the capacities themselves are.
 * Source: the primal-dual method (shortest distances, then a blocking flow on the arcs that lie on shortest paths).
 * @example
 * minCostFlow({ nodes: 2, arcs: [{ from: 0, to: 1, capacity: 5n }], supplies: [2n, -2n] }) // [2n]
 */
export function minCostFlow(parameters: {
  nodes: number;
  arcs: readonly Arc[];
  supplies: readonly bigint[];
}): bigint[] {
  const { nodes, arcs, supplies } = parameters;
  const [source, sink] = [nodes, nodes + 1];
  const network: Network = {
    to: [],
    left: [],
    cost: [],
    out: Array.from({ length: nodes + 2 }, () => []),
  };
  for (const { from, to, capacity } of arcs) connect(network, from, to, capacity, 1);
  for (const [node, supply] of supplies.entries()) {
    if (supply > 0n) connect(network, source, node, supply, 0);
    if (supply < 0n) connect(network, node, sink, -supply, 0);
  }
  const price = new Array<number>(nodes + 2).fill(0);
  for (;;) {
    const distance = distances(network, price, source);
    const end = distance[sink] as number;
    if (end === Number.POSITIVE_INFINITY) break;
    for (const [node, far] of distance.entries()) price[node] = (price[node] as number) + Math.min(far, end);
    while (block(network, price, source, sink));
  }
  return arcs.map((_, index) => network.left[2 * index + 1] as bigint);
}

function connect(network: Network, from: number, to: number, capacity: bigint, cost: number): void {
  network.out[from]?.push(network.to.length);
  network.to.push(to);
  network.left.push(capacity);
  network.cost.push(cost);
  network.out[to]?.push(network.to.length);
  network.to.push(from);
  network.left.push(0n);
  network.cost.push(-cost);
}

/** Cost of an arc beside the prices of its ends; never below 0 where something is left. */
const reduced = (network: Network, price: readonly number[], from: number, arc: number): number =>
  (network.cost[arc] as number) + (price[from] as number) - (price[network.to[arc] as number] as number);

/** Distances are small whole numbers, so a list of nodes a distance stands in for a heap. */
function distances(network: Network, price: readonly number[], source: number): number[] {
  const far = new Array<number>(network.out.length).fill(Number.POSITIVE_INFINITY);
  far[source] = 0;
  const rings: number[][] = [[source]];
  for (let at = 0; at < rings.length; at++) {
    const ring = rings[at] ?? [];
    for (const node of ring) {
      if (far[node] !== at) continue;
      for (const arc of network.out[node] ?? []) {
        if (network.left[arc] === 0n) continue;
        const next = network.to[arc] as number;
        const distance = at + reduced(network, price, node, arc);
        if (distance >= (far[next] as number)) continue;
        far[next] = distance;
        let target = rings[distance];
        if (target === undefined) {
          target = [];
          rings[distance] = target;
          for (let gap = 0; gap < distance; gap++) rings[gap] ??= [];
        }
        target.push(next);
      }
    }
  }
  return far;
}

/** Sends all that shortest paths of fewest arcs take; false when there is none left. */
function block(network: Network, price: readonly number[], source: number, sink: number): boolean {
  const level = new Array<number>(network.out.length).fill(-1);
  level[source] = 0;
  const open = (node: number, arc: number): boolean =>
    network.left[arc] !== 0n && reduced(network, price, node, arc) === 0;
  const queue = [source];
  for (const node of queue) {
    for (const arc of network.out[node] ?? []) {
      const next = network.to[arc] as number;
      if (level[next] !== -1 || !open(node, arc)) continue;
      level[next] = (level[node] as number) + 1;
      queue.push(next);
    }
  }
  if (level[sink] === -1) return false;

  const tried = new Array<number>(network.out.length).fill(0);
  const path: number[] = [];
  let node = source;
  for (;;) {
    if (node === sink) {
      const amount = path.reduce((least, arc) => smaller(least, network.left[arc] as bigint), 1n << 255n);
      for (const arc of path) {
        network.left[arc] = (network.left[arc] as bigint) - amount;
        network.left[arc ^ 1] = (network.left[arc ^ 1] as bigint) + amount;
      }
      path.length = 0;
      node = source;
      continue;
    }
    const ways = network.out[node] ?? [];
    const way = ways[tried[node] as number];
    if (way === undefined) {
      const back = path.pop();
      if (back === undefined) return true;
      node = network.to[back ^ 1] as number;
      tried[node] = (tried[node] as number) + 1;
      continue;
    }
    const next = network.to[way] as number;
    if (open(node, way) && level[next] === (level[node] as number) + 1) {
      path.push(way);
      node = next;
    } else tried[node] = (tried[node] as number) + 1;
  }
}

/**
 * The smaller of two amounts.
 * @example
 * smaller(2n, 3n) // 2n
 */
export const smaller = (a: bigint, b: bigint): bigint => {
  if (a < b) return a;
  return b;
};
