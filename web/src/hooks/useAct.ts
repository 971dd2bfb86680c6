"use client";

import { useConnection } from "wagmi";
import { useUi } from "@/lib/uiStore";
import type { ParametersOf, TransactionKind } from "@/transactions/registry";
import { useTown } from "./useTown";

/** Starts a write: puts it on the list and opens its tray. Without an account the door opens instead. */
export function useAct() {
  const { town } = useTown();
  const { address } = useConnection();
  const { openTray, openConnect } = useUi();
  return <K extends TransactionKind>(kind: K, parameters: ParametersOf<K>): void => {
    if (!address || !town.deployment) {
      openConnect();
      return;
    }
    const { deploymentId } = town.deployment;
    // All writes and the contracts' interfaces come along only when somebody is about to write.
    void import("@/transactions/start").then(({ startTransaction }) => {
      openTray(startTransaction({ kind, parameters, account: address, deploymentId }).id);
    });
  };
}
