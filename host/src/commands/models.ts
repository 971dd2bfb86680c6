import { rm } from "node:fs/promises";
import { join } from "node:path";
import { HostError, hostHome } from "../home.ts";
import { findModel, installedModels } from "../model/catalogue.ts";
import { pullModel } from "../model/pull.ts";

export function listModels(options: { home?: string; json?: boolean }): void {
  const models = installedModels(hostHome(options.home));
  if (options.json) {
    console.log(JSON.stringify(models, null, 2));
    return;
  }
  for (const { manifest, shipped } of models)
    console.log(
      `${manifest.name.padEnd(24)} ${(manifest.size / 1_048_576).toFixed(1).padStart(9)} MiB  ${shipped ? "ships with the host" : "pulled"}  ${manifest.licence}\n  sha-256 ${manifest.sha256}${manifest.description === undefined ? "" : `\n  ${manifest.description}`}`,
    );
  if (models.length === 0)
    console.log("No models yet. Fetch one with `peercommons host models pull ADDRESS`.");
}

export async function pull(
  source: string,
  options: { home?: string; sha256?: string; name?: string; licence?: string },
): Promise<void> {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort(new Error("ended with ctrl-c")));
  let shown = 0;
  const { manifest } = await pullModel({
    ...options,
    home: hostHome(options.home),
    source,
    signal: stop.signal,
    onProgress: (done, total) => {
      if (Date.now() - shown < 500) return;
      shown = Date.now();
      const part = `${(done / 1_048_576).toFixed(1)} of ${(total / 1_048_576).toFixed(1)} MiB (${Math.floor((100 * done) / Math.max(1, total))} %)`;
      process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${part}` : `${part}\n`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  console.log(`${manifest.name} is installed.\n  sha-256 ${manifest.sha256}`);
}

export async function removeModel(name: string, options: { home?: string }): Promise<void> {
  const home = hostHome(options.home);
  const model = findModel(home, name);
  if (model.shipped)
    throw new HostError(`"${name}" ships with the host.`, "It is small; leave it where it is.");
  await rm(model.path);
  await rm(join(home.models, `${name}.json`));
  console.log(`${name} was removed.`);
}
