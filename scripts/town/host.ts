import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Hex } from "viem";
import type { HDAccount } from "viem/accounts";
import { bytesToHex } from "viem/utils";
import { keysFrom } from "../../host/src/keystore.ts";
import { townAccount } from "../seed/actors.ts";
import { runToEnd } from "./command.ts";
import { root, type TownConfig } from "./config.ts";
import type { Supervisor } from "./processes.ts";

const passphrase = "a small town's test host";

/** The town's host takes a test account's key as its secret, so that every fresh town has the same operators. */
function secret(): Hex {
  const key = townAccount(25).getHdKey().privateKey;
  if (key === null) throw new Error("the test account has no private key");
  return bytesToHex(key);
}

export function townHostOperators(count: number): HDAccount[] {
  const keys = keysFrom(secret());
  return Array.from({ length: count }, (_, index) => keys.operator(index));
}

/** Hash of the model that ships with the host, as bots are registered with it. */
export async function townModelHash(): Promise<Hex> {
  const manifest = JSON.parse(await readFile(join(root, "host", "models", "arithmetic.json"), "utf8")) as {
    sha256: string;
  };
  return `0x${manifest.sha256}`;
}

/** Sets the host up once, as its owner would by hand, and starts it. */
export async function townHost(options: {
  config: TownConfig;
  supervisor: Supervisor;
  env: NodeJS.ProcessEnv;
  aborted: () => string | undefined;
}): Promise<void> {
  const { config, supervisor } = options;
  const home = join(config.state, "host");
  const cli = join(config.root, "host", "src", "cli.ts");
  const word = join(home, "passphrase");
  const env = { ...options.env, PEERCOMMONS_HOST_HOME: home, PEERCOMMONS_HOST_PASSPHRASE_FILE: word };
  if (!existsSync(join(home, "host.toml"))) {
    await mkdir(home, { recursive: true, mode: 0o700 });
    await writeFile(word, `${passphrase}\n`, { mode: 0o600 });
    const keyFile = join(home, "secret");
    await writeFile(keyFile, `${secret()}\n`, { mode: 0o600 });
    await runToEnd(config, {
      name: "host-setup",
      failure: "The host could not be set up",
      args: [
        cli,
        "host",
        "setup",
        "--yes",
        "--rpc",
        config.urls.rpc,
        "--indexer",
        config.urls.indexer,
        "--key-file",
        keyFile,
      ],
      cwd: config.root,
      env,
    });
  }
  supervisor.start({
    name: "host",
    command: process.execPath,
    args: [cli, "host", "start"],
    cwd: join(config.root, "host"),
    env,
    logs: config.files.logs,
  });
}
