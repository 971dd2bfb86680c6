import { statfs } from "node:fs/promises";
import { explainError } from "@peercommons/sdk/errors";
import { type HostConfig, readConfig } from "../config.ts";
import { HostError, hostHome } from "../home.ts";
import { type HostKeys, keystoreAddress, openKeystore } from "../keystore.ts";
import { findModel, installedModels } from "../model/catalogue.ts";
import { sha256Of } from "../model/pull.ts";
import { indexerClient } from "../network/indexer.ts";
import { connectTown, type TownChain } from "../network/town.ts";
import { passphrase } from "../passphrase.ts";
import { matchBots } from "../worker/bots.ts";

type Finding = { check: string; ok: boolean; says: string };

/** Goes through every part the host depends on. A check that can't be made because an earlier one failed says so. */
export async function doctor(options: {
  home?: string;
  passphraseFile?: string;
  json?: boolean;
}): Promise<void> {
  const findings: Finding[] = [];
  async function check<T>(name: string, work: () => Promise<[T, string]>): Promise<T | undefined> {
    try {
      const [value, says] = await work();
      findings.push({ check: name, ok: true, says });
      return value;
    } catch (error) {
      findings.push({
        check: name,
        ok: false,
        says: error instanceof HostError ? error.message : explainError(error).sentence,
      });
      return undefined;
    }
  }
  const home = hostHome(options.home);
  await check("disk", async () => {
    const disk = await statfs(home.folder);
    const gibibytes = (disk.bavail * disk.bsize) / 2 ** 30;
    if (gibibytes < 0.5)
      throw new HostError(`Only ${gibibytes.toFixed(1)} GiB are free in ${home.folder}.`, "Free some space.");
    return [undefined, `${gibibytes.toFixed(1)} GiB free in ${home.folder}`];
  });
  const config = await check<HostConfig>("configuration", async () => [readConfig(home), home.config]);
  const keys = await check<HostKeys>("key", async () => [
    await openKeystore(home, await passphrase({ file: options.passphraseFile })),
    `opens; first operator ${keystoreAddress(home)}`,
  ]);
  for (const { manifest } of installedModels(home))
    await check(`model ${manifest.name}`, async () => {
      const hash = await sha256Of(findModel(home, manifest.name).path);
      if (hash !== manifest.sha256)
        throw new HostError(
          `The weights of "${manifest.name}" are not what their manifest says (sha-256 ${hash}).`,
          "Pull the model again.",
        );
      return [undefined, "weights match their hash"];
    });
  await check("inference", async () => {
    const { getLlama } = await import("node-llama-cpp");
    const llama = await getLlama({ gpu: config?.gpu === "off" ? false : "auto", build: "never" });
    const gpu =
      llama.gpu === false ? "CPU only" : `${llama.gpu}: ${(await llama.getGpuDeviceNames()).join(", ")}`;
    await llama.dispose();
    return [undefined, gpu];
  });
  const town =
    config &&
    (await check<TownChain>("town", async () => [
      await connectTown(config),
      `chain and indexer agree on deployment ${config.deploymentId.slice(0, 10)}…`,
    ]));
  if (town !== undefined && config !== undefined && keys !== undefined)
    await check("bots", async () => {
      const { runnable, unrunnable } = matchBots(home, keys, await indexerClient(config.indexer).bots());
      if (unrunnable[0] !== undefined)
        throw new HostError(`${unrunnable[0].bot.name}: ${unrunnable[0].why}.`, "");
      if (runnable.length === 0)
        throw new HostError(
          "No bot is registered with this host's operator addresses.",
          "Register one on a skill's page in the dApp.",
        );
      for (const { account, bot } of runnable)
        if ((await town.client.getBalance({ address: account.address })) === 0n)
          throw new HostError(
            `${bot.name}'s operator ${account.address} has none of the chain's own coin.`,
            "Send it a little; it pays for its deliveries.",
          );
      return [undefined, runnable.map(({ bot }) => `${bot.name} in #${bot.skill.symbol}`).join(", ")];
    });
  if (options.json) console.log(JSON.stringify(findings, null, 2));
  else
    for (const { check: name, ok, says } of findings)
      console.log(`${ok ? "✓" : "✗"} ${name.padEnd(20)} ${says}`);
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
}
