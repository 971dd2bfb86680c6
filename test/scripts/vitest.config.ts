import { defineConfig } from "vitest/config";

/** Some start chains and processes, on machines that are busy. */
export default defineConfig({
  test: { include: ["**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
});
