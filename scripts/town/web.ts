import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runToEnd } from "./command.ts";
import { type TownConfig, townEnvironment } from "./config.ts";

/** What lies among the sources and is not built from; nor are pages of documentation. */
const unbuilt = [".next", "node_modules", "next-env.d.ts", "tsconfig.tsbuildinfo"];
const sources = ["web", "contracts/sdk", "package-lock.json"];

/** Builds the dApp for production, unless the last build was made from the same sources. */
export async function buildWeb(config: TownConfig, note: (text: string) => void): Promise<void> {
  const web = join(config.root, "web");
  const stamp = join(web, ".next", "peercommons-stamp");
  const wanted = await hashOf(config.root);
  if (
    (await readFile(stamp, "utf8").catch(() => "")) === wanted &&
    existsSync(join(web, ".next", "standalone"))
  ) {
    note("unchanged");
    return;
  }
  await runToEnd(config, {
    name: "web-build",
    failure: "The dApp could not be built",
    args: [join(config.root, "node_modules", "next", "dist", "bin", "next"), "build"],
    cwd: web,
    env: { ...townEnvironment(config), NODE_ENV: "production" },
  });
  // the standalone server wants its static files beside it
  const standalone = join(web, ".next", "standalone", "web");
  await cp(join(web, ".next", "static"), join(standalone, ".next", "static"), { recursive: true });
  if (existsSync(join(web, "public")))
    await cp(join(web, "public"), join(standalone, "public"), { recursive: true });
  await writeFile(stamp, wanted);
}

export function webServer(config: TownConfig): { command: string; args: string[]; cwd: string } {
  const cwd = join(config.root, "web", ".next", "standalone", "web");
  return { command: process.execPath, args: [join(cwd, "server.js")], cwd };
}

async function hashOf(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) await addTo(hash, root, source);
  return hash.digest("hex");
}

async function addTo(hash: ReturnType<typeof createHash>, root: string, path: string): Promise<void> {
  const full = join(root, path);
  const entries = await readdir(full, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    hash.update(path).update(await readFile(full));
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (!unbuilt.includes(entry.name) && !entry.name.endsWith(".md"))
      await addTo(hash, root, join(path, entry.name));
}
