// how much debt netting takes off a generated trade network, and at what gas; [--firms N] [--seed N]
import { writeFileSync } from "node:fs";
import { batchesOf, findCirculation, loopsOf, type Owed } from "@peercommons/sdk";
import { measureClearing } from "../../test/kit/clearingGas.ts";
import { Random } from "../../test/vectors/random.ts";
import type { Figure } from "./figures.ts";

const PEER = 1_000_000;

/** A number from 0 to 1, neither included. */
const chance = (random: Random): number => (random.upTo(2 ** 32 - 2) + 1) / 2 ** 32;

/**
 * Who owes whom in a made-up trade network. How much a firm sells and how much it buys both follow a power law (exponent 2.3, as
 * in studies of invoices between firms), the two are related, and amounts are log-normal around 300 PEER.
 */
export function tradeNetwork(firms: number, seed: number): Owed[] {
  const random = new Random(BigInt(seed));
  const pareto = () => chance(random) ** (-1 / 1.3);
  const sells = Array.from({ length: firms }, pareto);
  const buys = sells.map((weight) => weight ** 0.5 * pareto() ** 0.5);
  const pick = (weights: readonly number[], total: number): number => {
    let left = chance(random) * total;
    for (const [index, weight] of weights.entries()) {
      left -= weight;
      if (left <= 0) return index;
    }
    return weights.length - 1;
  };
  const [sold, bought] = [sells, buys].map((weights) => weights.reduce((sum, weight) => sum + weight, 0));
  const debts = new Map<string, Owed>();
  while (debts.size < firms * 5) {
    const [creditorId, debtorId] = [1 + pick(sells, sold ?? 0), 1 + pick(buys, bought ?? 0)];
    if (creditorId === debtorId) continue;
    const normal = Math.sqrt(-2 * Math.log(chance(random))) * Math.cos(2 * Math.PI * chance(random));
    const amount = BigInt(Math.round(300 * Math.exp(1.1 * normal) * PEER)) + 1n;
    debts.set(`${debtorId}-${creditorId}`, { debtorId, creditorId, amount });
  }
  return [...debts.values()];
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, each) => total + each, 0n);
const share = (part: bigint, whole: bigint): number => Number((part * 1_000n) / whole) / 10;

/** What more is cleared when everybody may also pay up to a line: the ledger stands in as one more party to every circle. */
function withLines(debts: readonly Owed[], firms: number, line: bigint): bigint {
  const ids = Array.from({ length: firms }, (_, index) => index + 1);
  const owedTo = new Map<number, bigint>();
  for (const { creditorId, amount } of debts) owedTo.set(creditorId, (owedTo.get(creditorId) ?? 0n) + amount);
  const ledger = 0;
  const all = [
    ...debts,
    ...ids.map((id) => ({ debtorId: ledger, creditorId: id, amount: line })),
    ...ids.map((id) => ({ debtorId: id, creditorId: ledger, amount: owedTo.get(id) ?? 0n })),
  ];
  return sum(findCirculation(all).slice(0, debts.length));
}

function numberAfter(args: readonly string[], name: string, fallback: number): number {
  const at = args.indexOf(name);
  return at < 0 ? fallback : Number(args[at + 1]);
}

export async function run(args: readonly string[]): Promise<number> {
  const firms = numberAfter(args, "--firms", 1_000);
  const seed = numberAfter(args, "--seed", 1);
  if (!Number.isInteger(firms) || firms < 3 || !Number.isInteger(seed)) {
    console.error("--firms takes a whole number of at least 3, --seed any whole number.");
    return 1;
  }
  const debts = tradeNetwork(firms, seed);
  const total = sum(debts.map(({ amount }) => amount));
  const started = performance.now();
  const amounts = findCirculation(debts);
  const solving = performance.now() - started;
  const cleared = sum(amounts);
  const batches = batchesOf(loopsOf(debts, amounts));
  const lines = withLines(debts, firms, 500n * BigInt(PEER));
  const gas = await measureClearing({ debts, batches, firms });

  const edges = batches.reduce((count, batch) => count + batch.edges.length, 0);
  const figures: Figure[] = [
    { name: "clearing.clearedPercent", value: share(cleared, total), unit: "%" },
    { name: "clearing.clearedPercentWithLinesOf500", value: share(lines, total), unit: "%" },
    { name: "clearing.edges", value: edges, unit: "edges" },
    { name: "clearing.gasPerEdge", value: Math.round(gas.total / edges), unit: "gas", budget: 7_000 },
    { name: "clearing.gas", value: gas.total, unit: "gas" },
    {
      name: "clearing.loopOf3",
      value: gas.loopOf3,
      unit: "gas",
      budget: 43_000,
      baseline: 42_182,
    },
    { name: "clearing.solving", value: Math.round(solving), unit: "ms" },
  ];
  const peer = (amount: bigint) => `${(Number(amount / 1_000_000n) || 0).toLocaleString("en-US")} PEER`;
  console.log(
    `${firms} firms, ${debts.length} invoices, ${peer(total)} owed. Netting takes off ${peer(cleared)} (${share(cleared, total)} %),` +
      ` with lines of 500 PEER beside it ${share(lines, total)} %.`,
  );
  console.log(
    `${edges} edges in ${batches.length} calls, found in ${Math.round(solving)} ms, cleared for ${gas.total.toLocaleString("en-US")} gas:` +
      ` ${Math.round(gas.total / edges).toLocaleString("en-US")} an edge. A loop of three: ${gas.loopOf3.toLocaleString("en-US")} (budget 43,000).` +
      ` Putting an invoice on the books: ${gas.register.toLocaleString("en-US")}.`,
  );
  const json = args[args.indexOf("--json") + 1];
  if (args.includes("--json") && json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
  return gas.loopOf3 > 43_000 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
