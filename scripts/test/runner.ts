// How a runner is started and read.
import { globSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";
import { type Counts, countPlain, countVitest } from "./counts.ts";

/** One process: arguments for Node, and where it writes its report. */
export type Command = { args: string[]; env?: Record<string, string>; report: string };

export type Runner = {
  name: string;
  about: string;
  /** What to run, one after another; reports go into the given folder. Empty when there are no tests. */
  commands: (reports: string) => Command[];
  read: (report: string) => Counts;
  /** Whether it needs a browser. */
  browser?: boolean;
  /** Whether it needs a PostgreSQL server's programs. */
  postgres?: boolean;
};

type VitestOptions = { folders: string[]; about: string; browser?: boolean; postgres?: boolean };
type HardhatOptions = { task: "mocha" | "solidity"; about: string; folders?: string[] };

/** Vitest over each folder that has tests, with that folder's vitest.config.ts where there is one. */
export function vitest(name: string, { folders, ...rest }: VitestOptions): Runner {
  const cli = join(root, "node_modules/vitest/vitest.mjs");
  return {
    name,
    ...rest,
    commands: (reports) =>
      folders.filter(hasTests).map((folder) => {
        const report = join(reports, `${folder.replaceAll("/", "-")}.json`);
        const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
        return { args: [cli, "run", "--root", folder, ...reporters], report };
      }),
    read: (text) => countVitest(JSON.parse(text)),
  };
}

function hasTests(folder: string): boolean {
  const exclude = (name: string) => name.endsWith("node_modules");
  return globSync(`${folder}/**/*.{test,spec}.{ts,tsx}`, { cwd: root, exclude }).length > 0;
}

/** One of Hardhat's test tasks, through scripts/test/hardhat.ts. */
export function hardhat(name: string, { task, about, folders = [] }: HardhatOptions): Runner {
  return {
    name,
    about,
    commands: (reports) => {
      const report = join(reports, `${name}.json`);
      const args = [join(root, "scripts/test/hardhat.ts"), task, ...folders];
      return [{ args, env: { PEERCOMMONS_TEST_REPORT: report }, report }];
    },
    read: (text) => countPlain(JSON.parse(text)),
  };
}
