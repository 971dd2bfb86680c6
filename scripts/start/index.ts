import { once } from "node:events";
import { townConfig } from "../town/config.ts";
import { onInterrupt } from "../town/interrupts.ts";
import { killNoted } from "../town/processes.ts";
import { Progress } from "../town/progress.ts";
import { startTown } from "../town/town.ts";

const ending = new AbortController();
const progress = new Progress({ ending: ending.signal });
const config = townConfig();

onInterrupt({
  first: () => {
    progress.say("\nEnding, one after the other; ctrl-c again leaves at once …");
    ending.abort();
  },
  again: () => {
    killNoted(config.state);
    process.exit(130);
  },
});

progress.say("\nPeerCommons: a small town on this machine\n");
try {
  const town = await startTown({ config, progress, seed: "story" });
  const wanted = ending.signal.aborted ? undefined : once(ending.signal, "abort").then(() => undefined);
  if (wanted) welcome();
  const crash = await Promise.race([town.crashed, wanted]);
  await town.stop();
  progress.say(
    crash === undefined
      ? "\nThe town sleeps; its state is kept. `npm start` wakes it, `npm run reset` clears it."
      : `\n${crash}\n\nThe town was stopped so that nothing half works; its state is kept. \`npm start\` tries again.`,
  );
  process.exit(crash === undefined ? 0 : 1);
} catch (error) {
  // what was under way ends badly when it is told to end, and that is no news
  if (ending.signal.aborted) progress.say("\nEnded before the town was open. `npm start` goes on.");
  else console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(ending.signal.aborted ? 130 : 1);
}

function welcome(): void {
  progress.say(`
  The town is open.

    dApp      ${config.urls.web}
    API       ${config.urls.indexer}/v1/stats      (reference: /openapi.json, GraphQL: /graphql)
    relayer   ${config.urls.relayer}/health
    chain     ${config.urls.rpc}      (chain id ${config.chainId}, test accounts of the usual junk mnemonic)
    logs      ${config.files.logs}

  Try this first:
    1. Open the dApp and make a throw-away account: one click, no ether, no sign-up. Join at the welcome desk.
    2. Post a task in #arithmetic, say "What is 128 + 256?" for 1 PEER, and watch the bot Abacus try it.
    3. Ask it something it can't do, and see the task turn to people.

  ctrl-c ends everything. The state stays for next time; \`npm run reset\` clears it.
`);
}
