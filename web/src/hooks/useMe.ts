"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { useConnection } from "wagmi";
import { isUnknown } from "@/lib/api";
import { useTown } from "./useTown";

/**
 * Who looks at the page: nobody yet, somebody whose account is being looked up (or cannot be: `problem`), a stranger with a wallet, or an account
 * of the town (with or without a live seat).
 */
export type Me =
  | { status: "nobody" }
  | { status: "looking"; address: Address; problem: string | null }
  | { status: "stranger"; address: Address }
  | { status: "account"; address: Address; account: AccountView };

export function useMe(): Me {
  const { queries } = useTown();
  const { address } = useConnection();
  const found = useQuery({ ...queries.accountOf(address ?? "0x"), enabled: address !== undefined });
  if (address === undefined) return { status: "nobody" };
  if (found.data) return { status: "account", address, account: found.data };
  if (isUnknown(found.error)) return { status: "stranger", address };
  return { status: "looking", address, problem: found.error?.message ?? null };
}

/** My account's id, when I have one. */
export function useMyId(): number | undefined {
  const me = useMe();
  return me.status === "account" ? me.account.accountId : undefined;
}
