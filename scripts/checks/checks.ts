// The checks, in the order `npm run check` takes them: quick ones first. To add one, add an entry.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildContracts, readArtifacts } from "../artifacts.ts";
import { root } from "../root.ts";
import { findWrongArrows } from "./arrows.ts";
import { ourFiles, ourSources } from "./files.ts";
import { lockProblems } from "./lock.ts";
import { contractSizes, tooLong } from "./sizes.ts";
import { bin, node, type Result } from "./tools.ts";

export type Check = { name: string; about: string; run: () => Promise<Result> | Result };

const listed = (problems: readonly string[], note?: string): Result =>
  problems.length > 0 ? { problem: problems.join("\n") } : { ...(note && { note }) };

export const checks: readonly Check[] = [
  {
    name: "format",
    about: "TypeScript, JSON, CSS (biome)",
    run: () => bin("biome", ["format", "--max-diagnostics=20"]),
  },
  {
    name: "format.sol",
    about: "Solidity (prettier)",
    run: () => bin("prettier", ["--check", "--log-level=warn", ...ourFiles(".sol")], "Run `npm run fix`."),
  },
  {
    name: "lint",
    about: "TypeScript, CSS (biome)",
    run: () => bin("biome", ["lint", "--max-diagnostics=20", "--error-on-warnings"]),
  },
  {
    name: "lint.sol",
    about: "Solidity (solhint)",
    run: () =>
      bin("solhint", [
        "--max-warnings=0",
        "--disc",
        "--noPoster",
        ...ourFiles(".sol").filter((path) => path.startsWith("contracts/")),
      ]),
  },
  {
    name: "arrows",
    about: "who may know whom",
    run: () => {
      const sources = ourSources(".ts", ".tsx", ".mjs", ".sol");
      const wrong = findWrongArrows(sources).map(
        ({ path, line, target, rule }) => `${path}:${line} imports ${target}: ${rule}`,
      );
      return listed(wrong, `who may know whom (${sources.length} files)`);
    },
  },
  {
    name: "lengths",
    about: "one idea a file",
    run: () => listed(tooLong(ourSources(".ts", ".tsx", ".mjs", ".cjs", ".sol", ".py"))),
  },
  {
    name: "lock",
    about: "package-lock.json is complete and names no download site",
    run: () =>
      listed(
        ["package-lock.json", "tools/package-lock.json"].flatMap((file) =>
          lockProblems(file, readFileSync(join(root, file), "utf8")),
        ),
      ),
  },
  {
    name: "build",
    about: "contracts compile",
    run: () => (buildContracts() === 0 ? {} : { problem: "The compiler's words are above." }),
  },
  {
    name: "freshness",
    about: "generated code is that of the contracts",
    run: () => node(["scripts/generate.ts", "--check"]),
  },
  {
    name: "sizes",
    about: "deployed contracts fit",
    run: () => {
      const sizes = contractSizes(readArtifacts());
      const over = sizes
        .filter(({ left }) => left < 0)
        .map(({ name, bytes, left }) => `${name}: ${bytes} bytes, ${-left} too many`);
      return listed(
        over,
        `deployed bytes left: ${sizes
          .slice(0, 4)
          .map(({ name, left }) => `${name} ${left}`)
          .join(", ")}`,
      );
    },
  },
  ...["contracts/sdk", "indexer", "host", "web", "scripts", "test", "."].map((folder) => ({
    name: `types.${folder === "." ? "root" : folder.replace("contracts/", "")}`,
    about: `${folder === "." ? "configuration" : folder} (tsc)`,
    run: async (): Promise<Result> => {
      const own =
        folder === "."
          ? ["hardhat.config.ts"]
          : ourFiles(".ts", ".tsx").filter((path) => path.startsWith(`${folder}/`));
      if (own.length === 0) return { problem: `There is no TypeScript in ${folder}/: is the room empty?` };
      if (folder === "web") {
        const routes = bin("next", ["typegen", "web"]);
        if (routes.problem) return routes;
      }
      return bin("tsc", ["-p", folder, "--pretty", "false"]);
    },
  })),
  {
    name: "gas",
    about: "gas is that of .gas-snapshot",
    run: () =>
      existsSync(join(root, "scripts/bench/gas.ts"))
        ? node(["scripts/bench/index.ts", "gas", "--check"])
        : { problem: "scripts/bench/gas.ts is missing, so gas cannot be compared with .gas-snapshot." },
  },
];
