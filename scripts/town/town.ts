import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { checkDeployment, parseDeployment } from "@peercommons/sdk";
import { deployTown } from "../ignition/deploy.ts";
import { firstIncome } from "../seed/firstIncome.ts";
import { seedTown, townFounders } from "../seed/index.ts";
import { chainClient, startChain } from "./chain.ts";
import { keepChainState } from "./chainState.ts";
import { runToEnd } from "./command.ts";
import { type TownConfig, townEnvironment } from "./config.ts";
import { townHost } from "./host.ts";
import { preflight, takeLock } from "./preflight.ts";
import { answers, Supervisor, until } from "./processes.ts";
import type { Progress } from "./progress.ts";
import { buildWeb, webServer } from "./web.ts";

export type Town = { config: TownConfig; stop: () => Promise<void>; crashed: Promise<string> };

export type TownOptions = {
  config: TownConfig;
  progress: Progress;
  /** `story`: the town of the README. `bare`: skills, people and bots, no history; for tests. */
  seed: "story" | "bare";
  web?: boolean;
  host?: boolean;
};

const day = 86_400;

/** Starts everything in order, or resumes it from the state folder. Ends what it started when a step fails. */
export async function startTown(options: TownOptions): Promise<Town> {
  const { config } = options;
  await preflight(config);
  const release = await takeLock(config);
  let crash: string | undefined;
  let reportCrash: (sentence: string) => void = () => {};
  const crashed = new Promise<string>((resolve) => {
    reportCrash = resolve;
  });
  const supervisor = new Supervisor(config.state, (_, sentence) => {
    crash ??= sentence;
    reportCrash(sentence);
  });
  const aborted = () => crash ?? (options.progress.ending?.aborted ? "An end was asked for." : undefined);
  const stopKeeping = keepChainState(config.files.chain);
  const stop = async () => {
    stopKeeping();
    await supervisor.stop();
    await release();
  };
  try {
    await raise(options, supervisor, aborted);
  } catch (error) {
    await stop();
    throw error;
  }
  return { config, stop, crashed };
}

async function raise(
  options: TownOptions,
  supervisor: Supervisor,
  aborted: () => string | undefined,
): Promise<void> {
  const { config, progress } = options;
  const env = townEnvironment(config);
  if (options.web !== false) await progress.step("Building the dApp", (note) => buildWeb(config, note));

  // a town whose seeding was cut short holds nothing of anybody's: begin again
  const resumed = existsSync(config.files.seeded) && existsSync(config.files.chain);
  if (!resumed) await clearTown(config);
  const genesis = resumed
    ? undefined
    : Math.floor(Date.now() / 1_000) - (options.seed === "story" ? 125 : 1) * day;
  await progress.step("Starting the local chain", () => startChain(config, supervisor, genesis));

  if (!resumed) await found(options);
  const deployment = parseDeployment(await readFile(config.files.deployment, "utf8"));
  await checkDeployment(chainClient(config), deployment);

  await progress.step("Starting the indexer", async () => {
    const service = supervisor.start({
      name: "indexer",
      command: process.execPath,
      args: [join(config.root, "indexer", "start.ts")],
      cwd: join(config.root, "indexer"),
      env,
      logs: config.files.logs,
    });
    await until("The indexer", () => answers(`${config.urls.indexer}/health`), 180, aborted);
    return service;
  });

  if (!resumed) {
    await progress.step(
      options.seed === "story" ? "Four months in a small town" : "Settling a bare town",
      (note) => seedTown({ config, deployment, mode: options.seed, note }),
    );
    await writeFile(
      config.files.seeded,
      `${JSON.stringify({ deploymentId: deployment.deploymentId, mode: options.seed })}\n`,
    );
  }
  await progress.step("Catching up", () => until("The indexer", () => caughtUp(config), 240, aborted));

  await progress.step("Starting the relayer", async () => {
    supervisor.start({
      name: "relayer",
      command: process.execPath,
      args: [join(config.root, "indexer", "relayer", "start.ts")],
      cwd: join(config.root, "indexer"),
      env,
      logs: config.files.logs,
    });
    await until("The relayer", () => answers(`${config.urls.relayer}/health`), 60, aborted);
  });
  if (options.host !== false)
    await progress.step("Starting a host for the two bots", () =>
      townHost({ config, supervisor, env, aborted }),
    );
  if (!resumed && options.seed === "story" && options.host !== false)
    await progress.step("The bot's first task", () => firstIncome(config, deployment));
  if (options.web !== false)
    await progress.step("Opening the dApp", async () => {
      supervisor.start({
        name: "web",
        ...webServer(config),
        env: { ...env, PORT: String(config.ports.web), HOSTNAME: "127.0.0.1" },
        logs: config.files.logs,
      });
      await until("The dApp", () => answers(config.urls.web), 60, aborted);
    });
}

/** Puts the contracts on a fresh chain. */
async function found({ config, progress }: TownOptions): Promise<void> {
  await progress.step("Compiling the contracts", () =>
    runToEnd(config, {
      name: "contracts-build",
      failure: "The contracts could not be compiled",
      args: [join(config.root, "node_modules", "hardhat", "dist", "src", "cli.js"), "build", "--no-tests"],
      cwd: config.root,
      env: townEnvironment(config),
    }),
  );
  await progress.step("Deploying the contracts", async () => {
    await deployTown({
      rpcUrl: config.urls.rpc,
      file: config.files.deployment,
      state: join(config.state, "ignition"),
      personhood: "WelcomeDesk",
      founders: await townFounders(),
    });
  });
}

/** Removes what a town is made of, and leaves logs and screens. */
export async function clearTown(config: TownConfig): Promise<void> {
  for (const name of [
    "chain",
    "ignition",
    "indexer",
    "private",
    "relayer",
    "host",
    "content",
    "deployment.json",
    "seeded.json",
  ])
    await rm(join(config.state, name), { recursive: true, force: true });
}

/** Whether the indexer has read what the chain holds: within a block of the head. */
async function caughtUp(config: TownConfig): Promise<boolean> {
  const head = await chainClient(config).getBlockNumber();
  const response = await fetch(`${config.urls.indexer}/v1/deployment`, {
    signal: AbortSignal.timeout(3_000),
  });
  if (!response.ok) return false;
  const { indexedBlock } = (await response.json()) as { indexedBlock: number | string };
  return BigInt(indexedBlock) + 1n >= head;
}
