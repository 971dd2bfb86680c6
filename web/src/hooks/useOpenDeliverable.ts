"use client";

import { parseDeliverable } from "@peercommons/sdk/content";
import { open as openEnvelope } from "@peercommons/sdk/sealing";
import { readContent } from "@/lib/contents";
import { useOpened } from "./useOpened";

/** A sealed delivery: fetched, checked against the id on the chain, opened with the wallet's key. */
export function useOpenDeliverable(taskId: string, contentId: string) {
  return useOpened({
    what: ["deliverable", taskId, contentId],
    may: true,
    read: async (source, { privateKey }) => {
      const { body } = await readContent(source, contentId);
      return parseDeliverable(openEnvelope({ envelope: body, privateKey, taskId: BigInt(taskId) }));
    },
  });
}
