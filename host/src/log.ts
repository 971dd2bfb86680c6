import { pino } from "pino";

/** Structured logs on standard output; no bodies of tasks, no keys. */
export const log = pino({
  base: undefined,
  level: process.env.PEERCOMMONS_LOG_LEVEL ?? "info",
  timestamp: pino.stdTimeFunctions.isoTime,
});
export type Log = typeof log;
