// Stamps: a hash of what a step depends on, written when the step has succeeded. Same hash, nothing to do.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {(string | Uint8Array)[]} parts
 * @returns {string} a hash in which the parts cannot run into each other
 */
export function hashOf(parts) {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = Buffer.from(part);
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}

/**
 * @param {string} file
 * @param {string} hash
 */
export function isStamped(file, hash) {
  return existsSync(file) && readFileSync(file, "utf8").trim() === hash;
}

/**
 * @param {string} file
 * @param {string} hash
 */
export function stamp(file, hash) {
  writeFileSync(file, `${hash}\n`);
}

/**
 * Hash of what the generated code is made from: every Solidity source, the compiler settings and the generator.
 * @param {string} root
 */
export function contractsHash(root) {
  const sources = solidityBelow(join(root, "contracts"), "contracts");
  const files = [...sources, "hardhat.config.ts", "scripts/generate.ts"].sort();
  return hashOf(
    files.flatMap((file) => [file, readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n")]),
  );
}

function solidityBelow(folder, name) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory() && entry.name !== "node_modules" && entry.name !== "sdk")
      return solidityBelow(join(folder, entry.name), `${name}/${entry.name}`);
    return entry.name.endsWith(".sol") ? [`${name}/${entry.name}`] : [];
  });
}
