// The command line of `npm run bench`. Pure.

export type BenchArguments = { names: string[]; json?: string; rest: string[] };

/** Words before the first option are names; `--json FILE` is ours; everything else goes to the benchmarks. */
export function parseArguments(words: readonly string[]): BenchArguments | { problem: string } {
  const firstOption = words.findIndex((word) => word.startsWith("-"));
  const names = firstOption < 0 ? [...words] : words.slice(0, firstOption);
  const rest = firstOption < 0 ? [] : words.slice(firstOption);
  const at = rest.indexOf("--json");
  if (at < 0) return { names, rest };
  const json = rest[at + 1];
  if (json === undefined || json.startsWith("-"))
    return { problem: "--json needs the name of the file to write." };
  rest.splice(at, 2);
  return { names, json, rest };
}
