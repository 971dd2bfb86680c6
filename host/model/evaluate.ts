/**
 * Measures a model on held-out tasks with the very code the host uses.
 *
 *     node host/model/evaluate.ts MODEL.gguf MANIFEST.json TASKS.jsonl [--threshold N] [--json FILE] [--show N]
 *
 * TASKS.jsonl is made by train/export_tasks.py. Prints, for a range of confidence thresholds, how many answers were
 * given and how many were right, and the mistakes at the manifest's own (or the given) threshold.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { loadModel } from "../src/model/load.ts";
import { solvableSchema } from "../src/model/manifest.ts";
import { type Solution, solve } from "../src/model/solve.ts";

const taskSchema = z.object({ prompt: z.string(), answer: z.int().nullable(), group: z.string() });
type Task = z.infer<typeof taskSchema>;
type Outcome = { task: Task; solution: Solution };

const thresholds = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    threshold: { type: "string" },
    json: { type: "string" },
    show: { type: "string", default: "20" },
  },
});
const [modelPath, manifestPath, tasksPath] = positionals;
if (modelPath === undefined || manifestPath === undefined || tasksPath === undefined)
  throw new Error("Name the model, its manifest and the tasks.");
const manifest = solvableSchema.parse(JSON.parse(readFileSync(manifestPath, "utf8")));
if (manifest.solver === undefined) throw new Error("The manifest has no solver section.");
const own = values.threshold === undefined ? manifest.solver.confidence : Number(values.threshold);
const model = await loadModel({ path: modelPath });
const lenient = { ...manifest, solver: { ...manifest.solver, confidence: 0 } };
const tasks = readFileSync(tasksPath, "utf8")
  .trim()
  .split("\n")
  .map((line) => taskSchema.parse(JSON.parse(line)));

const began = performance.now();
const outcomes: Outcome[] = [];
for (const task of tasks) {
  const solution = await solve({ model, manifest: lenient, prompt: task.prompt });
  outcomes.push({ task, solution });
}
const seconds = (performance.now() - began) / 1000;

type Row = { threshold: number; coverage: number; precision: number; falseAnswers: number };

function row(threshold: number): Row {
  const inside = outcomes.filter(({ task }) => task.answer !== null);
  const outside = outcomes.filter(({ task }) => task.answer === null);
  const counts = ({ solution }: Outcome) => solution.kind === "answer" && solution.confidence >= threshold;
  const answered = inside.filter(counts);
  const right = answered.filter(
    ({ task, solution }) => solution.kind === "answer" && solution.answer === String(task.answer),
  );
  return {
    threshold,
    coverage: answered.length / inside.length,
    precision: answered.length === 0 ? 1 : right.length / answered.length,
    falseAnswers: outside.length === 0 ? 0 : outside.filter(counts).length / outside.length,
  };
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`.padStart(9);
console.log(
  `${tasks.length} tasks, ${tasks.filter(({ answer }) => answer !== null).length} solvable, ${seconds.toFixed(1)} s`,
);
console.log("threshold   answered  right of these  false answers to unsolvable ones");
const table = [...new Set([...thresholds, own])].sort((a, b) => a - b).map(row);
for (const { threshold, coverage, precision, falseAnswers } of table)
  console.log(
    `${String(threshold).padEnd(10)} ${percent(coverage)} ${percent(precision)} ${percent(falseAnswers)}${threshold === own ? "  <-" : ""}`,
  );

const wrong = outcomes.filter(
  ({ task, solution }) =>
    solution.kind === "answer" && solution.confidence >= own && solution.answer !== String(task.answer),
);
const missed = outcomes.filter(
  ({ task, solution }) => task.answer !== null && (solution.kind === "gaveUp" || solution.confidence < own),
);
const limit = Number(values.show);
for (const [title, list] of [
  ["wrong", wrong],
  ["given up", missed],
] as const) {
  console.log(`\n${title}: ${list.length}`);
  for (const { task, solution } of list.slice(0, limit))
    console.log(
      `  [${task.group}] ${task.prompt} -> ${task.answer ?? "give up"}; ${solution.kind === "answer" ? `${solution.answer} (${solution.confidence.toFixed(3)})` : solution.reason}`,
    );
}
if (values.json !== undefined) {
  const results = outcomes.map(({ task, solution }) => ({ prompt: task.prompt, ...solution }));
  writeFileSync(values.json, `${JSON.stringify({ seconds, table, outcomes: results }, null, 1)}\n`);
}
await model.dispose();
