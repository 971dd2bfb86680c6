import { defineConfig } from "vitest/config";

// Each file starts real services, so one at a time and with time to spare.
export default defineConfig({
  test: { fileParallelism: false, testTimeout: 300_000, hookTimeout: 300_000, include: ["**/*.test.ts"] },
});
