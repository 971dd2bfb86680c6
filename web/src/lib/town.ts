import type { Deployment } from "@peercommons/sdk";

/** What the server tells the page about the town it belongs to. */
export type Town = {
  deployment: Deployment | null;
  rpcUrl: string;
  indexerUrl: string;
  relayerUrl: string;
  problem: string | null;
};
