// How a runner is started and read.
import { join } from "node:path";
import { root } from "../root.ts";
import { type Counts, countPlain, countVitest } from "./counts.ts";

export type Runner = {
  name: string;
  about: string;
  /** Arguments for Node; the runner writes its report to the given file. */
  command: (report: string) => { args: string[]; env?: Record<string, string> };
  read: (report: string) => Counts;
  /** Whether it needs a browser. */
  browser?: boolean;
};

type VitestOptions = { folder: string; about: string; browser?: boolean };
type HardhatOptions = { task: "mocha" | "solidity"; about: string; folders?: string[] };

/** Vitest over one folder, with that folder's vitest.config.ts where there is one. */
export function vitest(name: string, { folder, ...rest }: VitestOptions): Runner {
  const cli = join(root, "node_modules/vitest/vitest.mjs");
  return {
    name,
    ...rest,
    command: (report) => ({
      args: [
        cli,
        "run",
        "--root",
        folder,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
    }),
    read: (text) => countVitest(JSON.parse(text)),
  };
}

/** One of Hardhat's test tasks, through scripts/test/hardhat.ts. */
export function hardhat(name: string, { task, about, folders = [] }: HardhatOptions): Runner {
  return {
    name,
    about,
    command: (report) => ({
      args: [join(root, "scripts/test/hardhat.ts"), task, ...folders],
      env: { PEERCOMMONS_TEST_REPORT: report },
    }),
    read: (text) => countPlain(JSON.parse(text)),
  };
}
