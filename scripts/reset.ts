// `npm run reset`: forgets the local town. Refuses while one is running.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { townConfig } from "./town/config.ts";
import { runningTown } from "./town/preflight.ts";

/** Entries by which a state folder is recognised: PEERCOMMONS_STATE may name any folder, and only ours is removed. */
const OURS = ["deployment.json", "chain", "seeded.json", "logs", "content"];

const config = townConfig();
const pid = await runningTown(config);
const parts = existsSync(config.state) ? readdirSync(config.state).sort() : undefined;
if (pid !== undefined) {
  console.error(
    `A town is running from ${config.state} (process ${pid}) and would lose its state under its feet. ` +
      "End it with ctrl-c where it was started, then run `npm run reset` again.",
  );
  process.exitCode = 1;
} else if (parts === undefined) {
  console.log(`There is nothing at ${config.state} to remove: the next \`npm start\` makes a new town.`);
} else if (parts.length > 0 && !parts.some((part) => OURS.includes(part))) {
  console.error(
    `${config.state} does not look like a town's state, so it is left alone. Correct PEERCOMMONS_STATE, or remove the folder by hand.`,
  );
  process.exitCode = 1;
} else {
  rmSync(config.state, { recursive: true, force: true });
  console.log(
    `Removed ${config.state} (${parts.join(", ") || "it was empty"}). The next \`npm start\` makes a new town.`,
  );
}
