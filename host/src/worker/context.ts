import type { HostConfig } from "../config.ts";
import type { Journal } from "../journal.ts";
import type { Log } from "../log.ts";
import type { Indexer } from "../network/indexer.ts";
import type { TownChain } from "../network/town.ts";
import type { Engine } from "./engine.ts";
import type { Metrics } from "./metrics.ts";

/** What every part of the worker needs. */
export type WorkerContext = {
  config: HostConfig;
  town: TownChain;
  indexer: Indexer;
  engine: Engine;
  journal: Journal;
  metrics: Metrics;
  log: Log;
  signal: AbortSignal;
};
