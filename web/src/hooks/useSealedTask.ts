"use client";

import type { TaskDetail } from "@peercommons/sdk/schemas";
import { keysFor, readSealedTask } from "@/lib/sealedTask";
import { useMyId } from "./useMe";
import { useOpened } from "./useOpened";

/** A sealed task's body for those who may read it: its poster, and the worker it was shared with. */
export function useSealedTask(task: TaskDetail) {
  const myId = useMyId();
  const shared = keysFor(task, myId);
  const may = myId !== undefined && (myId === task.poster.accountId || shared.length > 0);
  const state = useOpened({
    what: ["task", task.contentId, ...shared],
    may: may && task.bodyState === "sealed",
    read: (source, keys) => readSealedTask(source, task, { accountId: myId ?? 0, keys }),
  });
  return { ...state, may };
}
