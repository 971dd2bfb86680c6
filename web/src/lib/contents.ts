import { PeerCommonsError } from "@peercommons/sdk";
import { contentBytes, type Packed, verifyContent } from "@peercommons/sdk/content";
import { contentStored } from "@peercommons/sdk/schemas";
import type { QueryClient } from "@tanstack/react-query";
import type { Hex } from "viem";
import { callService } from "./api";
import type { Queries } from "./queries";

export type Source = { client: QueryClient; queries: Queries };

/** Fetches a content and checks that it is the one its id names. The indexer is not trusted. */
export async function readContent(
  { client, queries }: Source,
  contentId: string,
): Promise<{ body: Uint8Array; saltHash: Hex }> {
  const content = await client.fetchQuery(queries.content(contentId));
  const body = contentBytes(content);
  const saltHash = content.saltHash as Hex;
  if (verifyContent({ body, saltHash, contentId: contentId as Hex })) return { body, saltHash };
  throw new PeerCommonsError({
    code: "ContentMismatch",
    message:
      "What is stored is not what was put there: its hash differs, so it is not opened. Ask whoever made it to hand it in again.",
  });
}

/** Stores a packed document. */
export async function storePacked(indexerUrl: string, packed: Packed): Promise<void> {
  await callService(indexerUrl, `/v1/content/${packed.contentId}`, contentStored, {
    method: "PUT",
    body: packed.put,
  });
}
