import { readFileSync } from "node:fs";
import { confirm, isCancel, text } from "@clack/prompts";
import { loadDeployment } from "@peercommons/sdk";
import { type Hex, isHex } from "viem";
import { hostConfigSchema, writeConfig } from "../config.ts";
import { HostError, hostHome } from "../home.ts";
import { createKeystore, keystoreAddress, openKeystore } from "../keystore.ts";
import { installedModels } from "../model/catalogue.ts";
import { connectTown } from "../network/town.ts";
import { passphrase } from "../passphrase.ts";

export type SetupOptions = {
  home?: string;
  passphraseFile?: string;
  rpc: string;
  indexer: string;
  keyFile?: string;
  port: number;
  yes: boolean;
};

/** Makes the key and the configuration, and says what to do next. Running it again keeps the key. */
export async function setup(options: SetupOptions): Promise<void> {
  const home = hostHome(options.home);
  const indexer = await ask("An indexer of the town", options.indexer, options.yes);
  const rpc = await ask("The chain's JSON-RPC", options.rpc, options.yes);
  const { deploymentId, chainId } = await loadDeployment(`${indexer}/v1/deployment`);
  const config = hostConfigSchema.safeParse({ rpc, indexer, deploymentId, port: options.port });
  if (!config.success)
    throw new HostError(
      `${config.error.issues[0]?.path.join(".")}: ${config.error.issues[0]?.message}.`,
      "Give an address like http://127.0.0.1:8545.",
    );
  await connectTown(config.data);

  const kept = keystoreAddress(home);
  if (kept !== undefined && !options.yes) {
    const again = await confirm({ message: `The key of ${kept} is kept and goes on being used. Continue?` });
    if (isCancel(again) || !again) throw new HostError("Setup was stopped.", "Nothing was changed.");
  }
  const word = await passphrase({
    file: options.passphraseFile,
    message:
      kept === undefined
        ? "A passphrase for the new key (8 characters or more; it can't be recovered)"
        : undefined,
  });
  const keys =
    kept === undefined
      ? await createKeystore(
          home,
          word,
          options.keyFile === undefined ? undefined : readSecret(options.keyFile),
        )
      : await openKeystore(home, word);
  writeConfig(home, config.data);

  const models = installedModels(home).map(({ manifest }) => `${manifest.name} (sha-256 ${manifest.sha256})`);
  console.log(`
This host belongs to town ${deploymentId.slice(0, 10)}… on chain ${chainId}.

  folder      ${home.folder}
  models      ${models.join("\n              ") || "none yet: peercommons host models pull ADDRESS"}
  operator    ${keys.operator(0).address}

Next:
  1. peercommons host consent --creator YOUR_ACCOUNT_ID --skill SKILL_ID, and paste what it prints on the skill's page ("Register a bot").
  2. Send the operator a little of the chain's own coin: it pays for its deliveries itself.
  3. peercommons host start
`);
}

async function ask(message: string, fallback: string, yes: boolean): Promise<string> {
  if (yes || !process.stdin.isTTY) return fallback;
  const answer = await text({ message, initialValue: fallback });
  if (isCancel(answer)) throw new HostError("Setup was stopped.", "Nothing was changed.");
  return answer.trim();
}

function readSecret(file: string): Hex {
  let secret: string;
  try {
    secret = readFileSync(file, "utf8").trim();
  } catch {
    throw new HostError(`The key file ${file} can't be read.`, "Check its path and permissions.");
  }
  if (!isHex(secret) || secret.length !== 66)
    throw new HostError(`${file} does not hold a secret.`, "It must be 0x and 64 hexadecimal digits.");
  return secret;
}
