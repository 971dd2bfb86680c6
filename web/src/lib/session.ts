import { sessionTypedData } from "@peercommons/sdk";
import { session } from "@peercommons/sdk/schemas";
import type { Address } from "viem";
import { signTypedData } from "wagmi/actions";
import { z } from "zod";
import { callService } from "./api";
import { useLive } from "./liveStore";
import type { Town } from "./town";
import type { WalletConfig } from "./wallet/config";

const saved = z.object({ token: z.string(), expiresAt: z.number() });
const slot = (town: Town, address: string) =>
  `peercommons.session.${town.deployment?.deploymentId ?? ""}.${address.toLowerCase()}`;

/** The bearer token of an earlier sign-in, while it is good. */
export function tokenOf(town: Town, address: string): string | null {
  try {
    const found = saved.parse(JSON.parse(localStorage.getItem(slot(town, address)) ?? "null"));
    return found.expiresAt > Date.now() / 1000 ? found.token : null;
  } catch {
    return null;
  }
}

/** Signs in to the indexer, for private things that follow the account to other devices: drafts and hidden tasks. */
export async function signIn(town: Town, wallets: WalletConfig, address: Address): Promise<string> {
  const present = tokenOf(town, address);
  if (present !== null) return present;
  if (town.deployment === null) throw new Error("There is no town here to sign in to.");
  const issuedAt = Math.floor(Date.now() / 1000) + useLive.getState().offset;
  const signature = await signTypedData(
    wallets,
    sessionTypedData(town.deployment, { account: address, issuedAt }),
  );
  const made = await callService(town.indexerUrl, "/v1/sessions", session, {
    method: "POST",
    body: { account: address, deploymentId: town.deployment.deploymentId, issuedAt, signature },
  });
  localStorage.setItem(slot(town, address), JSON.stringify({ token: made.token, expiresAt: made.expiresAt }));
  return made.token;
}
