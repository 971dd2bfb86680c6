import { readConfig } from "../config.ts";
import { hostHome } from "../home.ts";
import { Journal } from "../journal.ts";
import { openKeystore } from "../keystore.ts";
import { log } from "../log.ts";
import { indexerClient } from "../network/indexer.ts";
import { connectTown } from "../network/town.ts";
import { passphrase } from "../passphrase.ts";
import { Engine } from "../worker/engine.ts";
import { serveHealth } from "../worker/health.ts";
import { makeMetrics } from "../worker/metrics.ts";
import { runWorker } from "../worker/run.ts";

/** Runs the worker until ctrl-c. What is under way is finished or taken up again at the next start. */
export async function start(options: { home?: string; passphraseFile?: string }): Promise<void> {
  const home = hostHome(options.home);
  const config = readConfig(home);
  const keys = await openKeystore(home, await passphrase({ file: options.passphraseFile }));
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => stop.abort());

  const town = await connectTown(config);
  const engine = new Engine(home, config);
  const journal = new Journal(home);
  const metrics = makeMetrics();
  const context = {
    config,
    town,
    indexer: indexerClient(config.indexer),
    engine,
    journal,
    metrics,
    log,
    signal: stop.signal,
  };
  const health = config.port === 0 ? undefined : await serveHealth(config.port, metrics, config.pollSeconds);
  log.info(
    { deploymentId: town.deployment.deploymentId, operator: keys.operator(0).address },
    "host started",
  );
  try {
    await runWorker(context, keys, home);
  } finally {
    log.info("host stopping");
    await health?.close();
    journal.close();
    await engine.dispose();
  }
}
