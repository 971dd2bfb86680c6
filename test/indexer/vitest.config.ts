import { defineConfig } from "vitest/config";

/** These start a chain, the indexer and the relayer for real. */
export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    testTimeout: 240_000,
    hookTimeout: 300_000,
    // Each file starts its own processes; two at a time are enough for two cores.
    maxWorkers: 2,
  },
});
