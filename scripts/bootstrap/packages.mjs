// Installs the workspaces' packages when what is installed is not what package-lock.json says.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npmCi, requireSpace } from "./npm.mjs";
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
  }
  stamp(stampFile, hash);
}

function workspaceTexts(root, lock) {
  return Object.keys(lock.packages)
    .filter((path) => path !== "" && !path.includes("node_modules/"))
    .map((path) => readFileSync(join(root, path, "package.json")));
}

/** Whether npm's own record of what it installed says the same as the lock: true after a plain `npm install`. */
function agrees(root, lock) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  return sameVersions(lock.packages, JSON.parse(readFileSync(record, "utf8")).packages);
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
