import { type Packed, packContent } from "@peercommons/sdk/content";
import type { Hex } from "viem";

/** Puts a document where the town keeps its content. @returns its content id */
export async function putContent(indexer: string, bytes: Uint8Array): Promise<Hex> {
  const packed: Packed = packContent(bytes);
  const response = await fetch(`${indexer}/v1/content/${packed.contentId}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(packed.put),
    signal: AbortSignal.timeout(15_000),
  });
  if (!response.ok)
    throw new Error(
      `The content store refused a document of the story (${response.status}): ${await response.text()}`,
    );
  return packed.contentId;
}
