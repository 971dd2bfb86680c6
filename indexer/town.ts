import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Deployment, parseDeployment } from "@peercommons/sdk";
import { type Address, createPublicClient, http, type PublicClient } from "viem";
import { environment } from "./environment.ts";

/** The deployment that is indexed, read once when the process starts. */
export const deployment: Deployment = readDeployment(environment.deploymentFile);

/** Reads the latest state where tables cannot answer: what a refresh or a claim would do now. */
export const chain: PublicClient = createPublicClient({
  transport: http(environment.rpc[0], { batch: true, retryCount: 2, timeout: 5_000 }),
});

/** The account that demurrage and bots' income flow to is the ledger's own (`ILedger.commons`). Lower case, as tables hold it. */
export const commonsAddress = deployment.contracts.Ledger.toLowerCase() as Address;

function readDeployment(file: string): Deployment {
  const path = resolve(file);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Error(
      `There is no deployment at ${path}. Deploy the contracts first, or name the file in PEERCOMMONS_DEPLOYMENT.`,
    );
  }
  return parseDeployment(text);
}
