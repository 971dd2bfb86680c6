import { cookieStorage, createConfig, createStorage, http, injected } from "wagmi";
import type { Town } from "../town";
import { townChain } from "./chain";
import { throwAway } from "./throwAway";

/** wagmi for one town: every wallet that announces itself, and the throw-away account. State in a cookie, so the server renders the same. */
export function walletConfig(town: Town) {
  const chain = townChain(town);
  return createConfig({
    chains: [chain],
    connectors: [throwAway(), injected()],
    multiInjectedProviderDiscovery: true,
    ssr: true,
    storage: createStorage({ storage: cookieStorage, key: "peercommons" }),
    transports: { [chain.id]: http(town.rpcUrl, { batch: true }) },
    pollingInterval: 1_000,
  });
}

export type WalletConfig = ReturnType<typeof walletConfig>;
