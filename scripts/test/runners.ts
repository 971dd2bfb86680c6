// Every test runner, in the order `npm test` takes them. To add one, add a line.
import { hardhat, type Runner, vitest } from "./runner.ts";

export const runners: readonly Runner[] = [
  hardhat("solidity", { task: "solidity", about: "fuzz tests and invariants (test/**/*.sol)" }),
  hardhat("contracts", {
    task: "mocha",
    about: "contracts by room, parity with the sdk",
    folders: ["test/contracts", "test/parity"],
  }),
  vitest("sdk", { folder: "contracts/sdk", about: "the sdk's rules and encodings" }),
  vitest("indexer", { folder: "indexer", about: "tables, routes, relayer" }),
  vitest("host", { folder: "host", about: "worker, models, CLI" }),
  vitest("web", { folder: "web", about: "the dApp's parts" }),
  vitest("scripts", { folder: "test/scripts", about: "these scripts" }),
  vitest("system", { folder: "test/system", about: "everything together, in a real browser", browser: true }),
];
