// `npm run build`: everything that is built ahead of running: contracts, the sdk's generated code, the dApp.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

const steps = [
  { name: "contracts", args: ["node_modules/hardhat/dist/src/cli.js", "build"], needs: "hardhat.config.ts" },
  { name: "dApp", args: ["node_modules/next/dist/bin/next", "build", "web"], needs: "web/src/app" },
];

for (const { name, args, needs } of steps) {
  if (!existsSync(join(root, needs))) {
    console.error(`${needs} is missing, so the ${name} cannot be built. Restore it: git checkout ${needs}`);
    process.exit(1);
  }
  console.log(`== ${name}`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    console.error(`The ${name} did not build; the reason is above.`);
    process.exit(status ?? 1);
  }
}
