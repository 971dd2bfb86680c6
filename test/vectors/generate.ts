// Writes the vectors that the contracts and the sdk are both tested with: node test/vectors/generate.ts
// The numbers come from the sdk; test/parity runs the contracts on them. Big numbers are decimal strings, words are hex.
import { writeFileSync } from "node:fs";
import { actVectors } from "./acts.ts";
import { contentVectors } from "./content.ts";
import { demurrageVectors } from "./demurrage.ts";
import { levelVectors } from "./levels.ts";
import { matchingVectors } from "./matching.ts";
import { wordVectors } from "./words.ts";

/** Text by file name. The same each time. */
export function vectorFiles(): Map<string, string> {
  const rows = (cases: readonly unknown[], indent: string): string =>
    `[\n${cases.map((one) => `${indent}  ${JSON.stringify(one)}`).join(",\n")}\n${indent}]`;
  const text = (value: object): string => {
    if (Array.isArray(value)) return `${rows(value, "")}\n`;
    const sections = Object.entries(value).map(
      ([name, cases]: [string, unknown[]]) => `  ${JSON.stringify(name)}: ${rows(cases, "  ")}`,
    );
    return `{\n${sections.join(",\n")}\n}\n`;
  };
  return new Map([
    ["matching.json", text(matchingVectors())],
    ["levels.json", text(levelVectors())],
    ["taskword.json", text(wordVectors())],
    ["demurrage.json", text(demurrageVectors())],
    ["content.json", text(contentVectors())],
    ["acts.json", text(actVectors())],
  ]);
}

if (import.meta.main) {
  for (const [name, content] of vectorFiles()) {
    writeFileSync(new URL(name, import.meta.url), content);
    console.log(`wrote test/vectors/${name}`);
  }
}
