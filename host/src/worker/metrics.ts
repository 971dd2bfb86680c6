import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** Prometheus metrics of one host. */
export function makeMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    attempts: new Counter({
      name: "peercommons_host_attempts_total",
      help: "Tasks looked at, by how it ended",
      labelNames: ["result"],
      registers,
    }),
    solving: new Histogram({
      name: "peercommons_host_solving_seconds",
      help: "Time a model needed",
      buckets: [0.05, 0.2, 1, 5, 20, 60],
      registers,
    }),
    paid: new Counter({
      name: "peercommons_host_paid_tasks_total",
      help: "Deliveries that were accepted and paid",
      registers,
    }),
    errors: new Counter({
      name: "peercommons_host_errors_total",
      help: "Rounds that failed and are tried again",
      registers,
    }),
    lastRound: new Gauge({
      name: "peercommons_host_last_round_timestamp_seconds",
      help: "When the feed was last read",
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof makeMetrics>;
