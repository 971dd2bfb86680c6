import { type Client, createClient, http, type LocalAccount, SwitchChainError } from "viem";
import { createConnector } from "wagmi";
import { makeThrowAwayKey, readThrowAwayKey } from "./throwAwayKey";

/** A local account as a connector: made in one click, signs without a prompt, lives in this browser only. */
export const throwAwayId = "throwaway";

/** Whether one came in and did not leave: a key alone does not bring anybody in again. */
type Kept = { "throwaway.in": boolean };

export function throwAway() {
  return createConnector<unknown, Record<string, unknown>, Kept>((config) => {
    const chain = config.chains[0];
    // The curve is loaded when there is a key to use, not with every first page.
    const account = async (): Promise<LocalAccount> => {
      const key = readThrowAwayKey();
      if (key === null)
        throw new Error(
          "The throw-away account is not in this browser any more. Make a new one or import its key in settings.",
        );
      const { privateKeyToAccount } = await import("viem/accounts");
      return privateKeyToAccount(key);
    };
    const client = async (): Promise<Client> =>
      createClient({ account: await account(), chain, transport: http(chain.rpcUrls.default.http[0]) });
    return {
      id: throwAwayId,
      name: "Throw-away account",
      type: throwAwayId,
      async connect(parameters) {
        if (!parameters?.isReconnecting) await makeThrowAwayKey();
        const { address } = await account();
        await config.storage?.setItem("throwaway.in", true);
        const accounts = parameters?.withCapabilities ? [{ address, capabilities: {} }] : [address];
        return { accounts: accounts as never, chainId: chain.id };
      },
      async disconnect() {
        await config.storage?.removeItem("throwaway.in");
      },
      getAccounts: async () => [(await account()).address],
      getChainId: async () => chain.id,
      getProvider: async () => ({ request: async (request: never) => (await client()).request(request) }),
      getClient: client,
      isAuthorized: async () =>
        readThrowAwayKey() !== null && (await config.storage?.getItem("throwaway.in")) === true,
      async switchChain({ chainId }) {
        if (chainId === chain.id) return chain;
        throw new SwitchChainError(new Error("A throw-away account lives on this town's chain only."));
      },
      onAccountsChanged() {},
      onChainChanged() {},
      onDisconnect() {},
    };
  });
}
