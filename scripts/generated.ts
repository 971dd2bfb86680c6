// Which files the sdk gets from which artifacts, and their text. Pure.
import type { Artifact } from "./artifacts.ts";

const ROOMS = ["people", "credit", "skill", "work", "commons", "governance", "compute", "policies"];
const NOTE = "// Made by `npm run generate` from the contracts. Do not edit.\n";

/** `Ledger` becomes `ledger`, `ERC20Face` becomes `erc20Face`. */
export function camelCase(name: string): string {
  return name.replace(/^[A-Z0-9]+(?=[A-Z][a-z])|^[A-Z]+/, (head) => head.toLowerCase());
}

/**
 * Text by file name: `abi/<Name>.ts` with `<name>Abi` for every contract of the rooms, and `abis.ts` with all of them.
 * An interface stands in for a contract of its name while there is none, so that clients can be written first.
 */
export function generatedFiles(artifacts: readonly Artifact[]): Map<string, string> {
  const chosen = new Map<string, Artifact>();
  for (const artifact of artifacts) {
    const room = artifact.source.split("/")[1] ?? "";
    if (!ROOMS.includes(room) || artifact.deployedBytecode === "") continue;
    const twin = chosen.get(artifact.name);
    if (twin)
      throw new Error(
        `Two contracts are called ${artifact.name}: ${twin.source} and ${artifact.source}. Rename one.`,
      );
    chosen.set(artifact.name, artifact);
  }
  for (const artifact of artifacts) {
    const name = artifact.name.replace(/^I(?=[A-Z])/, "");
    if (artifact.abi.length === 0) continue; // a library of constants
    if (artifact.source.startsWith("contracts/interfaces/") && !chosen.has(name)) chosen.set(name, artifact);
  }
  const names = [...chosen.keys()].sort();
  const files = new Map<string, string>();
  for (const name of names) {
    const items = chosen
      .get(name)
      ?.abi.map((item) => `  ${JSON.stringify(item)},\n`)
      .join("");
    files.set(`abi/${name}.ts`, `${NOTE}export const ${camelCase(name)}Abi = [\n${items}] as const;\n`);
  }
  const imports = names.map((name) => `import { ${camelCase(name)}Abi } from "./abi/${name}.ts";\n`).join("");
  const entries = names.map((name) => `  ${name}: ${camelCase(name)}Abi,\n`).join("");
  files.set(
    "abis.ts",
    `${NOTE}${imports}\n/** Every contract's ABI by its name in Solidity. */\nexport const abis = {\n${entries}} as const;\n`,
  );
  return files;
}
