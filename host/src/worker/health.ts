import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { HostError } from "../home.ts";
import type { Metrics } from "./metrics.ts";

/** `/health`, `/ready` and `/metrics`, on loopback only. Ready means that the feed was read lately. */
export async function serveHealth(
  port: number,
  metrics: Metrics,
  pollSeconds: number,
): Promise<{ close: () => Promise<void> }> {
  const app = new Hono();
  app.get("/health", (context) => context.text("ok"));
  app.get("/ready", async (context) => {
    const last = (await metrics.lastRound.get()).values[0]?.value ?? 0;
    const age = Date.now() / 1_000 - last;
    return age < 3 * pollSeconds + 60
      ? context.text("ready")
      : context.text("The feed has not been read lately; see the log.", 503);
  });
  app.get("/metrics", async (context) => context.text(await metrics.registry.metrics()));
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const started = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, () => resolve(started));
    started.once("error", () =>
      reject(
        new HostError(
          `Port ${port} is taken by another program.`,
          "Set another `port` in host.toml, or 0 for none.",
        ),
      ),
    );
  });
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}
