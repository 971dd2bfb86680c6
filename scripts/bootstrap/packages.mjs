// Installs the workspaces' packages when what is installed is not what package-lock.json says.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { explainMissing, npmCi, requireSpace } from "./npm.mjs";
import { hashOf, isStamped, stamp } from "./stamps.mjs";
import { SetupError, withProgress } from "./step.mjs";

const NEEDED_BYTES = 3 * 1024 ** 3;

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env with the right Node first
 */
export async function ensurePackages(root, env) {
  const lockFile = join(root, "package-lock.json");
  if (!existsSync(lockFile))
    throw new SetupError(
      `${lockFile} is missing, so it is unknown what to install. Restore it: git checkout package-lock.json`,
    );
  const lockText = readFileSync(lockFile, "utf8");
  const lock = JSON.parse(lockText);
  const stampFile = join(root, "node_modules", ".peercommons-stamp");
  const hash = hashOf([lockText, readFileSync(join(root, "package.json")), ...workspaceTexts(root, lock)]);
  if (isStamped(stampFile, hash)) return;
  if (!agrees(root, lock)) {
    requireSpace(root, NEEDED_BYTES);
    await withProgress("Installing packages (about 2 GB; a minute or two)", () => npmCi(root, env));
    const missing = missingHere(lock.packages, installedPackages(root) ?? {}, thisMachine());
    if (missing.length > 0) throw await explainMissing(root, missing, env);
  }
  stamp(stampFile, hash);
}

function workspaceTexts(root, lock) {
  return Object.keys(lock.packages)
    .filter((path) => path !== "" && !path.includes("node_modules/"))
    .map((path) => readFileSync(join(root, path, "package.json")));
}

/** What npm itself noted down as installed. */
function installedPackages(root) {
  const record = join(root, "node_modules", ".package-lock.json");
  return existsSync(record) ? JSON.parse(readFileSync(record, "utf8")).packages : undefined;
}

/** Whether that says the same as the lock: true after a plain `npm install`. */
function agrees(root, lock) {
  const installed = installedPackages(root);
  return installed !== undefined && sameVersions(lock.packages, installed);
}

function thisMachine() {
  const glibc = process.report?.getReport().header?.glibcVersionRuntime;
  const libc = process.platform === "linux" ? (glibc ? "glibc" : "musl") : undefined;
  return { os: process.platform, cpu: process.arch, libc };
}

/**
 * Optional packages made for this machine that are known to exist (the lock has their hash) and are not installed.
 * @param {Record<string, { version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }>} wanted
 * @param {Record<string, unknown>} installed
 * @param {{ os: string, cpu: string, libc?: string }} machine
 * @returns {string[]} as name@version
 */
export function missingHere(wanted, installed, machine) {
  return Object.entries(wanted).flatMap(([path, entry]) => {
    const made = (key) => entry[key] === undefined || entry[key].includes(machine[key]);
    const bound = entry.optional && entry.integrity && (entry.os || entry.cpu);
    if (!bound || path in installed || !made("os") || !made("cpu") || !made("libc")) return [];
    return [`${path.slice(path.lastIndexOf("node_modules/") + 13)}@${entry.version}`];
  });
}

/**
 * @param {Record<string, { version?: string, optional?: boolean, peer?: boolean, link?: boolean }>} wanted
 * @param {Record<string, { version?: string }>} installed
 */
export function sameVersions(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes("node_modules/") || entry.link) continue;
    const present = installed[path];
    if (present === undefined ? !entry.optional : present.version !== entry.version) return false;
  }
  return Object.keys(installed).every((path) => !path.startsWith("node_modules/") || path in wanted);
}
