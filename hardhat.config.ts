import { createRequire } from "node:module";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatToolboxViem from "@nomicfoundation/hardhat-toolbox-viem";
import { defineConfig } from "hardhat/config";

// The compiler comes from npm, so that building needs no other download site.
const require = createRequire(import.meta.url);
const path = require.resolve("solc/soljson.js");

// One profile: what is tested and measured is what is deployed. Ignition asks for "production" by name.
const compiler = {
  version: "0.8.37",
  path,
  settings: {
    evmVersion: "cancun",
    optimizer: { enabled: true, runs: 200 },
    viaIR: false,
    // Where everything lies, for the test that rebuilds storage from events.
    outputSelection: { "*": { "*": ["storageLayout"] } },
  },
};

export default defineConfig({
  plugins: [hardhatToolboxViem, hardhatMocha],
  solidity: { profiles: { default: compiler, production: compiler } },
  paths: {
    sources: "contracts",
    artifacts: "artifacts",
    cache: "cache",
    ignition: "scripts/ignition",
    // The Solidity runner takes every *.sol below its folder: test/contracts and test/invariant.
    tests: { mocha: "test/contracts", solidity: "test", nodejs: "test/node" },
  },
  test: {
    solidity: {
      fuzz: { runs: 256, seed: "0x1234" },
      invariant: { runs: 32, depth: 48, failOnRevert: true },
    },
    mocha: { timeout: 60_000, reporter: require.resolve("./scripts/test/mochaReporter.cjs") },
  },
});
