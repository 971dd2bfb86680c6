"use client";

import type { TaskDetail } from "@peercommons/sdk/schemas";
import type { ActKind } from "@/lib/acts";
import { taskPartOf } from "@/lib/taskPart";
import { useAct } from "./useAct";
import { useMe } from "./useMe";

const plain = {
  cancel: "cancelTask",
  refund: "refundTask",
  release: "releaseTask",
  expireClaim: "expireClaim",
  autoAccept: "autoAcceptTask",
  lapse: "lapseDelivery",
  concede: "concedeTask",
  dispute: "disputeTask",
  halve: "halveTask",
} as const;

const isPlain = (kind: ActKind): kind is keyof typeof plain => Object.hasOwn(plain, kind);

/** Starts the acts that need nothing but a yes. Returns false for those that have a form. */
export function useTaskActs(task: TaskDetail) {
  const act = useAct();
  const me = useMe();
  return (kind: ActKind): boolean => {
    const part = taskPartOf(task);
    if (kind === "claim") {
      const memberId = me.status === "account" ? me.account.accountId : 0;
      act("claimTask", { task: part, memberId, claimHours: task.claimHours, sealed: task.flags.sealed });
      return true;
    }
    if (!isPlain(kind)) return false;
    act(plain[kind], { task: part });
    return true;
  };
}
