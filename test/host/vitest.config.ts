import { defineConfig } from "vitest/config";

/** Keystores are slow on purpose, and models load from disk. */
export default defineConfig({
  test: { include: ["**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
});
