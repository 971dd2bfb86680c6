import { townConfig } from "./config.ts";
import { Progress } from "./progress.ts";
import { startTown } from "./town.ts";

const config = townConfig({
  state: "/tmp/trytown",
  ports: { chain: 28545, indexer: 28546, relayer: 28547, web: 28548 },
});
const town = await startTown({
  config,
  progress: new Progress(),
  seed: (process.argv[2] ?? "bare") as "bare",
  web: process.argv.includes("web"),
  host: process.argv.includes("host"),
});
console.log("up", config.urls);
setTimeout(
  async () => {
    await town.stop();
    process.exit(0);
  },
  Number(process.argv[3] ?? 5) * 1000,
);
