import { townConfig } from "./config.ts";
import { Progress } from "./progress.ts";
import { startTown } from "./town.ts";

const config = townConfig({
  state: "/tmp/trytown",
  ports: { chain: 38545, indexer: 38546, relayer: 38547, web: 38548 },
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
