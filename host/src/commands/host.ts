import { type HostConfig, readConfig } from "../config.ts";
import { type Home, hostHome } from "../home.ts";
import { Journal } from "../journal.ts";
import { type HostKeys, openKeystore } from "../keystore.ts";
import { type Indexer, indexerClient } from "../network/indexer.ts";
import { connectTown, type TownChain } from "../network/town.ts";
import { passphrase } from "../passphrase.ts";
import { matchBots, type RunnableBot, type UnrunnableBot } from "../worker/bots.ts";

export type OpenHost = {
  home: Home;
  config: HostConfig;
  keys: HostKeys;
  town: TownChain;
  indexer: Indexer;
  journal: Journal;
  runnable: RunnableBot[];
  unrunnable: UnrunnableBot[];
};

/** Everything a command that looks at the running town needs. */
export async function openHost(options: { home?: string; passphraseFile?: string }): Promise<OpenHost> {
  const home = hostHome(options.home);
  const config = readConfig(home);
  const keys = await openKeystore(home, await passphrase({ file: options.passphraseFile }));
  const town = await connectTown(config);
  const indexer = indexerClient(config.indexer);
  return {
    home,
    config,
    keys,
    town,
    indexer,
    journal: new Journal(home),
    ...matchBots(home, keys, await indexer.bots()),
  };
}
