import { Counter, Gauge, Registry } from "prom-client";
import type { Queue } from "./queue.ts";

/** Prometheus metrics of a relayer. Nothing in them names anybody. */
export function metricsOf(queue: Queue, balance: () => Promise<bigint>) {
  const registry = new Registry();
  const registers = [registry];
  const taken = new Counter({
    name: "relayer_requests_taken_total",
    help: "Requests taken in, resends included",
    registers,
  });
  const refused = new Counter({
    name: "relayer_requests_refused_total",
    help: "Requests refused at the door",
    labelNames: ["code"],
    registers,
  });
  new Gauge({
    name: "relayer_requests",
    help: "Requests in the queue by state",
    labelNames: ["status"],
    registers,
    collect() {
      this.reset();
      for (const { status, n } of queue.counts()) this.set({ status }, n);
    },
  });
  new Gauge({
    name: "relayer_balance_ether",
    help: "Ether left for gas",
    registers,
    async collect() {
      this.set(Number((await balance().catch(() => 0n)) / 1_000_000_000n) / 1e9);
    },
  });
  return { taken, refused, text: () => registry.metrics(), contentType: registry.contentType };
}

export type Metrics = ReturnType<typeof metricsOf>;
