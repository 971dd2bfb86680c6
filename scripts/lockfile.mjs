// Completes package-lock.json with the optional packages of other platforms.
//
// npm leaves an optional package out of the lock when the registry it asked does not carry it, and `npm ci`
// then refuses the lock. Parents pin their platform packages exactly, so version, system and processor follow
// from the parent and the name. Such an entry has no hash; where one is installed, npm checks it against the
// registry's own. Run after every `npm install` that changes the lock: `node scripts/lockfile.mjs [--check]`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];

/**
 * What a platform package's name says about where it runs, or undefined when it names no platform.
 * @param {string} name
 * @returns {{ cpu?: string[], libc?: string[], os?: string[] } | undefined}
 */
export function platformOf(name) {
  const words = name.toLowerCase().split(/[/\-_.]/);
  const system =
    SYSTEMS.find((s) => words.includes(s)) ??
    (words.includes("mac") ? "darwin" : words.includes("win") ? "win32" : undefined);
  const processor =
    PROCESSORS.find((p) => words.includes(p)) ??
    (words.includes("amd64") ? "x64" : words.includes("armv7l") ? "arm" : undefined);
  const libc = words.includes("musl")
    ? "musl"
    : words.includes("gnu") && system === "linux"
      ? "glibc"
      : undefined;
  if (system === undefined && !words.includes("wasm32") && !words.includes("wasi")) return undefined;
  return {
    ...(processor && { cpu: [processor] }),
    ...(libc && { libc: [libc] }),
    ...(system && { os: [system] }),
  };
}

/**
 * Entries the lock lacks: by path in the lock, the version and the parent that asks for it.
 * @param {{ packages: Record<string, { version?: string, optionalDependencies?: Record<string, string>, dev?: boolean }> }} lock
 */
export function missingOptional(lock) {
  const missing = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolves(lock.packages, path, name)) continue;
      missing.set(`node_modules/${name}`, { name, version, parent: path, dev: entry.dev === true });
    }
  }
  return missing;
}

function resolves(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

function main() {
  const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingOptional(lock);
  const unknown = [];
  for (const [path, { name, version, parent, dev }] of missing) {
    const platform = platformOf(name);
    if (platform === undefined || !/^\d/.test(version)) {
      unknown.push(`${name}@${version} (wanted by ${parent})`);
      continue;
    }
    lock.packages[path] = { version, ...platform, ...(dev && { dev }), optional: true };
  }
  if (unknown.length > 0) console.log(`left out, no platform or no exact version: ${unknown.join(", ")}`);
  if (process.argv.includes("--check")) {
    if (missing.size > unknown.length) {
      console.log(
        `package-lock.json lacks ${missing.size} platform packages; run: node scripts/lockfile.mjs`,
      );
      process.exitCode = 1;
    }
    return;
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: added ${missing.size - unknown.length} platform packages`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
