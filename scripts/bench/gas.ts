// gas of the town's acts beside the budgets and other systems; --check compares with .gas-snapshot, --write rewrites it
import { writeFileSync } from "node:fs";
import { measureActs, measureRelayed } from "../../test/kit/gas.ts";
import { gasRises, snapshotFile } from "../../test/kit/gasSnapshot.ts";
import type { Figure } from "./figures.ts";

type Anchor = { budget?: number; baseline?: number; beside: string };

/** Budgets are the design's; baselines are other systems' gas for the same end, measured the same way. */
const anchors: Record<string, Anchor> = {
  "task.post": { beside: "ERC-8183 398,477; Olas 337,475; StandardBounties 311,794" },
  "task.claim": { beside: "ERC-8183 62,082" },
  "task.submit": { beside: "ERC-8183 62,456; Olas 154,202" },
  "task.accept": { beside: "ERC-8183 69,297; StandardBounties 89,576" },
  "task.total": {
    budget: 220_000,
    baseline: 491_677,
    beside: "Olas 491,677; ERC-8183 592,312; HUMAN 3,263,471",
  },
  "task.total.again": { beside: "second task of the same pair that day: no lesson for the octiles" },
  "bot.post": { beside: "" },
  "bot.deliver": { beside: "" },
  "bot.accept": { beside: "" },
  "bot.total": { budget: 150_000, baseline: 491_677, beside: "Olas 491,677" },
  "split.push": { budget: 80_000, beside: "" },
  "pay.sameDay": {
    budget: 40_000,
    baseline: 44_900,
    beside: "ERC-20 34,500; Trustlines 44,900; Circles 44,000-55,900",
  },
  "pay.firstTouch": { budget: 45_000, baseline: 44_900, beside: "the same; with the day's demurrage" },
  "income.claim": { budget: 50_000, baseline: 114_000, beside: "GoodDollar 114,000" },
  "skill.create": { budget: 300_000, beside: "" },
  "relay.total10": { budget: 110_000, beside: "a whole task, sent in batches of ten" },
};

export async function run(args: readonly string[]): Promise<number> {
  const measured = { ...(await measureActs()), ...(await measureRelayed()) };
  const figures: Figure[] = Object.entries(anchors).flatMap(([name, { budget, baseline }]) => {
    const value = measured[name];
    if (value === undefined) return [];
    return [{ name, value, unit: "gas", ...(budget && { budget }), ...(baseline && { baseline }) }];
  });
  print(figures);

  const json = args[args.indexOf("--json") + 1];
  if (args.includes("--json") && json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
  if (args.includes("--write")) {
    writeFileSync(snapshotFile, figures.map(({ name, value }) => `${name} ${value}\n`).join(""));
    console.log("Wrote .gas-snapshot.");
    return 0;
  }
  const over = figures.filter(({ value, budget }) => budget !== undefined && value > budget);
  for (const { name, value, budget } of over)
    console.error(`${name} needs ${value} gas, its budget is ${budget}.`);
  const risen = args.includes("--check") ? gasRises(measured) : [];
  for (const sentence of risen) console.error(sentence);
  return risen.length > 0 ? 1 : 0;
}

function print(figures: readonly Figure[]): void {
  const number = (value: number | undefined) => (value === undefined ? "" : value.toLocaleString("en-US"));
  console.log(`${"act".padEnd(18)}${"gas".padStart(9)}${"budget".padStart(10)}        beside`);
  for (const { name, value, budget } of figures) {
    const verdict = budget === undefined ? "" : value <= budget ? "ok" : "OVER";
    const row = `${name.padEnd(18)}${number(value).padStart(9)}${number(budget).padStart(10)}  ${verdict.padEnd(4)}`;
    console.log(`${row}  ${anchors[name]?.beside ?? ""}`.trimEnd());
  }
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
