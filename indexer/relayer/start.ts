import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { parseDeployment } from "@peercommons/sdk";
import { formatEther } from "viem";
import { environment } from "../environment.ts";
import { waitForDeployment } from "../supervisor/chain.ts";
import { relayerApi } from "./api.ts";
import { chainOf } from "./chain.ts";
import { relayerConfig } from "./config.ts";
import { intakeOf } from "./intake.ts";
import { relayerAccount } from "./key.ts";
import { startLoop } from "./loop.ts";
import { metricsOf } from "./metrics.ts";
import { openQueue } from "./queue.ts";
import { type SenderParts, senderOf } from "./sender.ts";
import { settlerOf } from "./settle.ts";

/** Ether below which it stops taking requests in: about a hundred batches at a gas price of one gwei. */
const leastEther = 10n ** 16n;

const log: SenderParts["log"] = (level, msg, facts = {}) =>
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), level, service: "relayer", msg, ...facts })}\n`,
  );

async function main(): Promise<void> {
  const config = relayerConfig(process.env);
  const deployment = parseDeployment(readDeployment(environment.deploymentFile));
  const rpc = environment.rpc[0] ?? "";
  const chain = chainOf(rpc, deployment);
  await waitForDeployment(chain.client, deployment, rpc, 60);
  const account = relayerAccount(config, deployment.chainId);
  const queue = openQueue(join(environment.relayerState, `${deployment.deploymentId.slice(2, 18)}.sqlite`));
  const sender = senderOf({ account, chain, config, deployment, queue, log });
  const settler = settlerOf({ chain, config, deployment, queue, sender, log });
  const balance = () => chain.client.getBalance({ address: account.address });
  const metrics = metricsOf(queue, balance);
  await settler.resume();
  const loop = startLoop({
    chain,
    config,
    queue,
    sender,
    settler,
    log,
    onOtherTown: () =>
      void endWith(
        "The chain was started afresh and holds another town. Start the relayer again with its deployment.json.",
      ),
  });

  const trouble = async (): Promise<string | null> => {
    const reason = loop.trouble();
    if (reason !== "") return `The chain or the queue is in trouble: ${reason}`;
    const left = await balance().catch(() => null);
    if (left === null) return "The chain does not answer.";
    if (left >= leastEther) return null;
    return `The relayer's account ${account.address} has only ${formatEther(left)} ether left for gas. Send it some.`;
  };
  const intake = intakeOf({ deployment, chain, config, queue });
  const app = relayerApi({ deployment, chain, config, queue, intake, metrics, trouble, poke: loop.poke });
  const server = serve(
    { fetch: app.fetch, port: environment.relayerPort, hostname: environment.hostname },
    () => log("info", "Listening", { port: environment.relayerPort, account: account.address }),
  ) as Server;
  server.on(
    "error",
    (error) =>
      void endWith(
        `The port ${environment.relayerPort} cannot be used (${error.message}). Free it, or set PEERCOMMONS_RELAYER_PORT.`,
      ),
  );

  let ending = false;
  async function endWith(reason: string | null): Promise<void> {
    if (ending) return;
    ending = true;
    if (reason !== null) log("error", reason);
    server.close();
    server.closeAllConnections();
    // From within the loop itself waiting for its end would never end.
    await Promise.race([loop.stop(), new Promise((resolve) => setTimeout(resolve, 1_500))]);
    queue.close();
    process.exit(reason === null ? 0 : 1);
  }
  process.on("SIGINT", () => void endWith(null));
  process.on("SIGTERM", () => void endWith(null));
}

function readDeployment(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error(
      `There is no deployment at ${file}. Deploy the contracts first, or name the file in PEERCOMMONS_DEPLOYMENT.`,
    );
  }
}

main().catch((error) => {
  log("error", error instanceof Error ? error.message : String(error));
  process.exit(1);
});
