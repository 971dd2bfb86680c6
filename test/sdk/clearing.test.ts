import {
  batchesOf,
  decodeEdge,
  encodeEdge,
  findCirculation,
  loopsOf,
  type Owed,
  obligationIdOf,
} from "@peercommons/sdk";
import { describe, expect, it } from "vitest";
import { Random } from "../vectors/random.ts";

const debt = (debtorId: number, creditorId: number, amount: bigint): Owed => ({
  debtorId,
  creditorId,
  amount,
});

/** A random network: some of its debts are circles, some huge, some of one unit. */
function network(seed: number, firms: number, count: number): Owed[] {
  const random = new Random(BigInt(seed));
  const below = (most: number) => random.upTo(most - 1);
  return Array.from({ length: count }, () => {
    const debtorId = 1 + below(firms);
    const creditorId = 1 + ((debtorId + below(firms - 1)) % firms);
    const amount = 1n + BigInt(below(1_000)) * (below(10) === 0 ? 1_000_000_000_000n : 1n);
    return debt(debtorId, creditorId, amount);
  }).filter(({ debtorId, creditorId }) => debtorId !== creditorId);
}

function nets(debts: readonly Owed[], amounts: readonly bigint[]): bigint[] {
  const net = new Map<number, bigint>();
  for (const [index, { debtorId, creditorId }] of debts.entries()) {
    const amount = amounts[index] ?? 0n;
    net.set(debtorId, (net.get(debtorId) ?? 0n) - amount);
    net.set(creditorId, (net.get(creditorId) ?? 0n) + amount);
  }
  return [...net.values()];
}

/** Whether some circle of more and less would clear more: then the circulation was not the largest (Klein's criterion). */
function canGrow(debts: readonly Owed[], amounts: readonly bigint[]): boolean {
  const steps = debts.flatMap(({ debtorId, creditorId, amount }, index) => {
    const used = amounts[index] ?? 0n;
    return [
      ...(used < amount ? [{ from: debtorId, to: creditorId, gain: 1 }] : []),
      ...(used > 0n ? [{ from: creditorId, to: debtorId, gain: -1 }] : []),
    ];
  });
  const best = new Map<number, number>();
  const nodes = new Set(debts.flatMap(({ debtorId, creditorId }) => [debtorId, creditorId]));
  for (let round = 0; round <= nodes.size; round++) {
    let changed = false;
    for (const { from, to, gain } of steps) {
      const sum = (best.get(from) ?? 0) + gain;
      if (sum <= (best.get(to) ?? 0)) continue;
      best.set(to, sum);
      changed = true;
    }
    if (!changed) return false;
  }
  return true;
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

describe("findCirculation", () => {
  it("clears a circle by its smallest debt", () => {
    const debts = [debt(1, 2, 30n), debt(2, 3, 20n), debt(3, 1, 50n)];
    expect(findCirculation(debts)).toEqual([20n, 20n, 20n]);
  });

  it("clears nothing where there is no circle", () => {
    expect(findCirculation([debt(1, 2, 30n), debt(2, 3, 20n), debt(1, 3, 5n)])).toEqual([0n, 0n, 0n]);
    expect(findCirculation([])).toEqual([]);
  });

  it("prefers the longer way round, because it clears more", () => {
    const debts = [debt(1, 2, 10n), debt(2, 1, 10n), debt(2, 3, 10n), debt(3, 4, 10n), debt(4, 1, 10n)];
    expect(findCirculation(debts)).toEqual([10n, 0n, 10n, 10n, 10n]);
  });

  it("counts above what floating point holds", () => {
    const big = 2n ** 63n + 1n;
    expect(findCirculation([debt(1, 2, big), debt(2, 1, big)])).toEqual([big, big]);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))("finds the largest in random network %i", (seed) => {
    const debts = network(seed + 1, 3 + (seed % 25), 5 + seed * 3);
    const amounts = findCirculation(debts);
    expect(nets(debts, amounts).every((net) => net === 0n)).toBe(true);
    for (const [index, { amount }] of debts.entries()) {
      expect(amounts[index]).toBeGreaterThanOrEqual(0n);
      expect(amounts[index]).toBeLessThanOrEqual(amount);
    }
    expect(canGrow(debts, amounts)).toBe(false);
    // The criterion itself: less than the largest can grow.
    const less = amounts.map(() => 0n);
    if (sum(amounts) > 0n) expect(canGrow(debts, less)).toBe(true);
  });
});

describe("loopsOf and batchesOf", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("take circulation %i apart without losing a unit", (seed) => {
    const debts = network(seed * 77, 30, 200);
    const amounts = findCirculation(debts);
    const loops = loopsOf(debts, amounts);
    const again = debts.map(() => 0n);
    for (const { edges, amount } of loops) {
      expect(amount).toBeGreaterThan(0n);
      for (const [i, edge] of edges.entries()) {
        again[edge] = (again[edge] ?? 0n) + amount;
        expect(debts[edge]?.creditorId).toBe(debts[edges[(i + 1) % edges.length] ?? -1]?.debtorId);
      }
    }
    expect(again).toEqual(amounts);
    const batches = batchesOf(loops, 25);
    expect(sum(batches.map(({ total }) => total))).toBe(sum(amounts));
    for (const { edges } of batches) {
      expect(edges.length).toBeLessThanOrEqual(30);
      const part = debts.map((_, index) => edges.find((edge) => edge.index === index)?.amount ?? 0n);
      expect(nets(debts, part).every((net) => net === 0n)).toBe(true);
    }
  });
});

describe("edges", () => {
  it("carry id and amount", () => {
    const obligationId = obligationIdOf({ creditorId: 4_294_967_295, number: 4_294_967_295 });
    const amount = 2n ** 64n - 1n;
    expect(decodeEdge(encodeEdge({ obligationId, amount }))).toEqual({ obligationId, amount });
    expect(obligationIdOf({ creditorId: 7, number: 3 })).toBe(30_064_771_075n);
  });
});
