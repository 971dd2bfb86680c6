// Builds the contracts and writes what the sdk needs of them: one ABI a file, typed as constants.
// `--check` writes nothing and fails when the files on disk are not what would be written.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { buildContracts, readArtifacts } from "./artifacts.ts";
import { contractsHash } from "./bootstrap/stamps.mjs";
import { generatedFiles } from "./generated.ts";
import { root } from "./root.ts";

const folder = join(root, "contracts/sdk/src/generated");

function filesBelow(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  } catch {
    return []; // no such folder: nothing was ever generated
  }
}

function read(name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return undefined;
  }
}

const status = buildContracts();
if (status !== 0) process.exit(status);

const wanted = generatedFiles(readArtifacts());
wanted.set("sources.sha256", `${contractsHash(root)}\n`);
const present = filesBelow(folder);
const changed = [...wanted].filter(([name, text]) => read(name) !== text).map(([name]) => name);
const left = present.filter((name) => !wanted.has(name));

if (process.argv.includes("--check")) {
  for (const name of [...changed, ...left]) console.error(`out of date: contracts/sdk/src/generated/${name}`);
  if (changed.length + left.length > 0) {
    console.error(
      "The contracts changed without the code made from them. Run `npm run generate` and commit the result.",
    );
    process.exit(1);
  }
} else {
  for (const name of changed) {
    const file = join(folder, name);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, wanted.get(name) ?? "");
  }
  for (const name of left) rmSync(join(folder, name));
  console.log(
    `Generated ${wanted.size - 1} files from the contracts, ${changed.length + left.length} changed.`,
  );
}
