import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../contracts/sdk/src/", import.meta.url);
const files = globSync("**/*.ts", { cwd: folder }).filter((name) => !/^(generated|schemas)\b/.test(name));

/** Names of exported functions and constants without an example before them. Types need none, doors' re-exports neither. */
function withoutExample(text: string): string[] {
  const pattern = /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:async )?(?:function|const|class) (\w+)/g;
  return [...text.matchAll(pattern)]
    .filter(([, comment]) => !comment?.includes("@example"))
    .map((match) => match[2] ?? "");
}

/** Files that no door hands out: what they export is for the sdk's own files. */
const inner = /^(bits|contracts|call|errors\/(words|known|sentences|sentence|sentences\/\w+))\.ts$/;

describe("every export of the sdk", () => {
  it("is documented with an example", () => {
    const bare = files
      .filter((name) => !inner.test(name))
      .flatMap((name) =>
        withoutExample(readFileSync(new URL(name, folder), "utf8")).map((symbol) => `${name}: ${symbol}`),
      );
    expect(bare).toEqual([]);
  });
});
