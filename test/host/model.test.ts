import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LlamaModel } from "node-llama-cpp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manifestSchema } from "../../host/src/model/catalogue.ts";
import { loadModel } from "../../host/src/model/load.ts";
import { solvableSchema } from "../../host/src/model/manifest.ts";
import { solve } from "../../host/src/model/solve.ts";

const folder = join(import.meta.dirname, "..", "..", "host", "models");
const path = join(folder, "arithmetic.gguf");
const raw: unknown = JSON.parse(readFileSync(join(folder, "arithmetic.json"), "utf8"));
const file = manifestSchema.parse(raw);
const manifest = solvableSchema.parse(raw);
const { solver } = manifest;
if (solver === undefined) throw new Error("the shipped manifest has no solver section");
/** answers whatever its doubts */
const eager = { ...manifest, solver: { ...solver, confidence: 0 } };

const solved: [prompt: string, answer: string][] = [
  ["What is 347 + 289?", "636"],
  ["What is 128 + 256?", "384"],
  ["Tickets cost 6 PEER each. How much do 8 tickets cost?", "48"],
  ["Sam had 50 marbles and lost 12. How many marbles are left?", "38"],
  ["Anna has 34 stamps and gets 23 more from her uncle. How many stamps does she have now?", "57"],
  ["Invoice: 4 hours at 45 PEER per hour. What is the total?", "180"],
  ["We ordered 200 chairs but only 150 arrived. How many are missing?", "50"],
  ["Subtract 70 from 300.", "230"],
  ["half of 250", "125"],
];

const beyond = [
  "Design a logo with 3 stars for my bakery",
  "Translate this sentence into French: I have 3 cats and 2 dogs.",
  "Write a 300 word article about gardening",
  "What is 12.5 + 7.25?",
  "A box holds 24 eggs. How many eggs are in the boxes?",
  "17 / 5",
  "你好",
  "",
];

describe("the shipped arithmetic model", () => {
  let model: LlamaModel;
  beforeAll(async () => {
    model = await loadModel({ path, sha256: file.sha256, size: file.size });
  });
  afterAll(async () => {
    await model.dispose();
  });

  it.each(solved)("solves %s", async (prompt, answer) => {
    const solution = await solve({ model, manifest, prompt });
    expect(solution).toMatchObject({ kind: "answer", answer });
    if (solution.kind !== "answer") return;
    expect(solution.text).toMatch(new RegExp(`^[\\d ()|%+×÷-]+ = ${answer}\nAnswer: ${answer}$`));
    expect(solution.confidence).toBeGreaterThanOrEqual(solver.confidence);
    expect(solution.confidence).toBeLessThanOrEqual(1);
  });

  it.each(beyond)("gives up on %j", async (prompt) => {
    const solution = await solve({ model, manifest, prompt });
    expect(solution.kind).toBe("gaveUp");
    if (solution.kind === "gaveUp") expect(solution.reason).toMatch(/^The .+\.$/);
  });

  it("writes the same working each time", async () => {
    const [first, second] = [
      await solve({ model, manifest, prompt: "347 + 289" }),
      await solve({ model, manifest, prompt: "347 + 289" }),
    ];
    expect(second).toEqual(first);
  });

  it("gives up when the confidence asked for is out of reach", async () => {
    const strict = { ...manifest, solver: { ...solver, confidence: 1 } };
    const solution = await solve({ model, manifest: strict, prompt: "What is 347 + 289?" });
    expect(solution).toMatchObject({ kind: "gaveUp", reason: expect.stringContaining("not sure enough") });
  });

  it("gives up where its calculation has no whole result, and says which", async () => {
    const reasons = ["What is 17 / 5?", "5 - 9"].map(async (prompt) => {
      const solution = await solve({ model, manifest: eager, prompt });
      return solution.kind === "gaveUp" ? solution.reason : solution.answer;
    });
    expect(await Promise.all(reasons)).toEqual([
      "The result of 17 ÷ 5 is no whole number from 0 up.",
      "The result of 5 - 9 is no whole number from 0 up.",
    ]);
  });

  it("gives up on more numbers than it has names for", async () => {
    const prompt = "Add 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10.";
    const solution = await solve({ model, manifest, prompt });
    expect(solution).toMatchObject({ kind: "gaveUp", reason: expect.stringContaining("more numbers than") });
  });

  it("gives up on a task that is too long to read", async () => {
    const solution = await solve({ model, manifest, prompt: "add apples and pears ".repeat(200) });
    expect(solution).toMatchObject({ kind: "gaveUp", reason: expect.stringContaining("more than the") });
  });

  it("stops when it is told to", async () => {
    const stopped = solve({
      model,
      manifest,
      prompt: "What is 347 + 289?",
      signal: AbortSignal.abort(new Error("enough")),
    });
    await expect(stopped).rejects.toThrow("enough");
  });
});

describe("loading a model", () => {
  const made = mkdtempSync(join(tmpdir(), "peercommons-model-"));
  afterAll(() => rmSync(made, { recursive: true, force: true }));

  it("refuses a file with another hash", async () => {
    const changed = join(made, "changed.gguf");
    copyFileSync(path, changed);
    const bytes = readFileSync(changed);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(changed, bytes);
    await expect(loadModel({ path: changed, sha256: file.sha256 })).rejects.toThrow(
      /has the sha-256 .* expected .*pull it again/,
    );
  });

  it("refuses a file of another size", async () => {
    await expect(loadModel({ path, size: file.size + 1 })).rejects.toThrow(/bytes, expected .*pull it again/);
  });

  it("says so when the file is missing or is no model", async () => {
    await expect(loadModel({ path: join(made, "none.gguf") })).rejects.toThrow(/There is no model at/);
    const text = join(made, "text.gguf");
    writeFileSync(text, "not a model");
    await expect(loadModel({ path: text })).rejects.toThrow(/can't be loaded as a model/);
  });
});
