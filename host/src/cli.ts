#!/usr/bin/env node
import { explainError } from "@peercommons/sdk/errors";
import { Command, InvalidArgumentError } from "commander";
import pc from "picocolors";
import { consent } from "./commands/consent.ts";
import { doctor } from "./commands/doctor.ts";
import { earnings } from "./commands/earnings.ts";
import { listModels, pull, removeModel } from "./commands/models.ts";
import { setup } from "./commands/setup.ts";
import { start } from "./commands/start.ts";
import { status } from "./commands/status.ts";
import { HostError } from "./home.ts";

const program = new Command("peercommons")
  .description("PeerCommons on your own machine")
  .showHelpAfterError()
  .enablePositionalOptions();
const host = program.command("host").description("run commons-owned bots, and be paid for the computing");

const home = ["--home <folder>", "where the host keeps its things (or PEERCOMMONS_HOST_HOME)"] as const;
const secret = ["--passphrase-file <file>", "file that holds the passphrase, for services"] as const;
const json = ["--json", "machine-readable output"] as const;

host
  .command("setup")
  .description("make a key, choose a town; every question is also a flag")
  .option(...home)
  .option(...secret)
  .option("--rpc <url>", "the chain's JSON-RPC", "http://127.0.0.1:8545")
  .option("--indexer <url>", "an indexer of the town", "http://127.0.0.1:42069")
  .option("--key-file <file>", "file with a secret of 32 bytes in hex to keep, instead of a new one")
  .option("--port <number>", "health and metrics on this loopback port, 0 for none", whole, 0)
  .option("--yes", "ask nothing; fail where an answer is missing", false)
  .action(setup);
host
  .command("consent")
  .description("agree to run a bot; prints what its creator pastes into the dApp")
  .requiredOption("--creator <id>", "account id of the bot's creator", whole)
  .requiredOption("--skill <id>", "skill the bot serves", whole)
  .option("--model <name>", "an installed model", "arithmetic")
  .option("--compute <percent>", "part of each price for the computing, 0 to 20", whole, 10)
  .option("--days <number>", "how long the consent is good", whole, 30)
  .option(...home)
  .option(...secret)
  .action(consent);
host
  .command("start")
  .description("run until ctrl-c")
  .option(...home)
  .option(...secret)
  .action(start);
host
  .command("status")
  .description("serving or why not, on one screen")
  .option(...home)
  .option(...secret)
  .option(...json)
  .action(status);
host
  .command("earnings")
  .description("what the bots were paid, and what waits")
  .option(...home)
  .option(...secret)
  .option(...json)
  .option("--push", "share out now what waits")
  .action(earnings);
host
  .command("doctor")
  .description("check every part, and say the cure")
  .option(...home)
  .option(...secret)
  .option(...json)
  .action(doctor);

const models = host
  .command("models")
  .description("models on this machine")
  .option(...home)
  .option(...json)
  .action(listModels);
models
  .command("pull <source>")
  .description("download a GGUF model (http address or hf:user/repo:quant), resuming what was begun")
  .option("--sha256 <hash>", "refuse any other file")
  .option("--name <name>", "name it is kept under")
  .option("--licence <text>", "its licence, for the record")
  .option(...home)
  .action(pull);
models
  .command("remove <name>")
  .description("delete a model that was pulled")
  .option(...home)
  .action(removeModel);

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 4_294_967_295)
    throw new InvalidArgumentError("a whole number is needed, 0 or more.");
  return value;
}

try {
  await program.parseAsync();
} catch (error) {
  const sentence = error instanceof HostError ? error.message : explainError(error).sentence;
  console.error(`${pc.red("✗")} ${sentence}`);
  process.exitCode = 1;
}
