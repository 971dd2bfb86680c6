// Every test runner, in the order `npm test` takes them. To add one, add a line.
import { hardhat, type Runner, vitest } from "./runner.ts";

export const runners: readonly Runner[] = [
  hardhat("solidity", { task: "solidity", about: "fuzz tests and invariants (test/**/*.sol)" }),
  hardhat("contracts", {
    task: "mocha",
    about: "contracts by room, parity with the sdk",
    folders: ["test/contracts", "test/parity"],
  }),
  vitest("sdk", { folders: ["contracts/sdk", "test/sdk"], about: "the sdk's rules and encodings" }),
  vitest("indexer", {
    folders: ["indexer", "test/indexer"],
    about: "tables, routes, relayer",
    postgres: true,
  }),
  vitest("host", { folders: ["host", "test/host"], about: "worker, models, command line" }),
  vitest("web", { folders: ["web", "test/web"], about: "the dApp's parts" }),
  vitest("scripts", { folders: ["scripts", "test/scripts"], about: "these scripts" }),
  vitest("system", {
    folders: ["test/system"],
    about: "everything together, in a real browser",
    browser: true,
  }),
];
