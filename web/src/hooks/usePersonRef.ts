"use client";

import type { AccountRef } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { useTown } from "./useTown";

/** An account by its id, as it is shown. Null while there is none or it is on its way. */
export function usePersonRef(accountId: number | null): AccountRef | null {
  const { queries } = useTown();
  const person = useQuery({ ...queries.person(accountId ?? 0), enabled: accountId !== null });
  if (accountId === null || !person.data) return null;
  const { kind, name, address } = person.data;
  return { accountId, kind, name, address };
}
