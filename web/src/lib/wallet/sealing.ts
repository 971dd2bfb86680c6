import { deriveSealingKeys, type SealingKeys, sealingTypedData } from "@peercommons/sdk/sealing";
import type { Address } from "viem";
import { signTypedData } from "wagmi/actions";
import type { WalletConfig } from "./config";

/** Kept for this visit only: the private half never touches storage. */
const known = new Map<string, Promise<SealingKeys>>();

/** The account's sealing keys; asks the wallet to sign the fixed message once a visit. */
export function sealingKeysOf(config: WalletConfig, account: Address): Promise<SealingKeys> {
  const key = account.toLowerCase();
  const present = known.get(key);
  if (present) return present;
  const made = signTypedData(config, sealingTypedData(account)).then(deriveSealingKeys);
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

/** Whether opening something needs no further question to the wallet. */
export const sealingKnown = (account: string): boolean => known.has(account.toLowerCase());
