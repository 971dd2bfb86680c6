// What Hardhat's build leaves in artifacts/.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./root.ts";

export type Artifact = {
  /** Contract name, as in Solidity. */
  name: string;
  /** Source file below the repository's folder, such as contracts/credit/Ledger.sol. */
  source: string;
  abi: readonly unknown[];
  /** Hex without the 0x; empty for interfaces and abstract contracts. */
  deployedBytecode: string;
};

/** Runs `hardhat build`; its own notes are shown only when it fails. Returns its exit status. */
export function buildContracts(): number {
  const hardhat = join(root, "node_modules/hardhat/dist/src/cli.js");
  const run = spawnSync(process.execPath, [hardhat, "build"], { cwd: root, encoding: "utf8" });
  if (run.status !== 0) process.stderr.write(`${run.stdout}${run.stderr}`);
  return run.status ?? 1;
}

/** All artifacts of the sources below contracts/. */
export function readArtifacts(): Artifact[] {
  const folder = join(root, "artifacts/contracts");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => {
      const artifact = JSON.parse(readFileSync(join(entry.parentPath, entry.name), "utf8"));
      return {
        name: artifact.contractName,
        source: relative(join(root, "artifacts"), entry.parentPath).replaceAll("\\", "/"),
        abi: artifact.abi,
        deployedBytecode: artifact.deployedBytecode.slice(2),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
