import type { Packed } from "@peercommons/sdk/content";
import type { ContentPart } from "@/transactions/parts";

/** A packed document as a transaction keeps it until it is stored. */
export function contentPartOf(packed: Packed): ContentPart {
  const { contentId, salt, put } = packed;
  return { contentId, salt, put: { body: put.body, encoding: put.encoding } };
}
