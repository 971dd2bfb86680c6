// Programs that npm does not bring, from Debian.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Installs packages with apt-get where that can be done without asking: as root, on Debian or one of its kin.
 * @param what to say what is missing, and how large it is
 * @returns whether they were installed
 */
export function aptInstall(what: string, ...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log(`${what} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args: string[]) =>
    spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env }).status;
  run("update", "-qq");
  return run("install", "-y", "-qq", "--no-install-recommends", ...packages) === 0;
}
