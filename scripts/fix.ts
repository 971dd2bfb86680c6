// `npm run fix`: formats everything and mends what the linters can mend by themselves.
import { ourFiles } from "./checks/files.ts";
import { bin } from "./checks/tools.ts";

const solidity = ourFiles(".sol");
const results = [
  bin("biome", ["check", "--write", "--max-diagnostics=20"]),
  solidity.length > 0 ? bin("prettier", ["--write", "--log-level=warn", ...solidity]) : {},
];
for (const { problem } of results) {
  if (problem === undefined) continue;
  console.error(problem);
  process.exitCode = 1;
}
console.log(
  process.exitCode ? "Formatted; what is left above needs a person." : "Formatted; nothing left to mend.",
);
