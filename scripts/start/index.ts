import { townConfig } from "../town/config.ts";
import { Progress } from "../town/progress.ts";
import { startTown } from "../town/town.ts";

const progress = new Progress();
const config = townConfig();
let stopping = false;

progress.say("\nPeerCommons: a small town on this machine\n");
try {
  const started = startTown({ config, progress, seed: "story" });
  let interrupted = false;
  const interrupt = () => {
    if (interrupted) process.exit(130);
    interrupted = true;
    void started.then(
      (town) =>
        end(
          town.stop,
          "\nThe town sleeps; its state is kept. `npm start` wakes it, `npm run reset` clears it.",
        ),
      () => process.exit(130),
    );
    if (!stopping)
      progress.say("\nEnding (what is under way is finished first; ctrl-c again leaves at once) …");
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  process.on("SIGHUP", interrupt);
  const town = await started;
  if (!interrupted) welcome();
  const sentence = await town.crashed;
  await end(
    town.stop,
    `\n${sentence}\n\nThe town was stopped so that nothing half works; its state is kept. \`npm start\` tries again.`,
    1,
  );
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function end(stop: () => Promise<void>, sentence: string, code = 0): Promise<void> {
  if (stopping) return;
  stopping = true;
  await stop();
  progress.say(sentence);
  process.exit(code);
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
