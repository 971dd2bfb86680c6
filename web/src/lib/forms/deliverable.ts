import { encodeDeliverable, packContent } from "@peercommons/sdk/content";
import { type AttachedFile, seal } from "@peercommons/sdk/sealing";
import type { Hex } from "viem";
import type { ContentPart } from "@/transactions/parts";
import { contentPartOf } from "../contentPart";

/** Encodes, seals to the poster and packs, ready for the content store. Throws sentences. */
export function sealDeliverable(p: {
  text: string;
  files: AttachedFile[];
  taskId: string;
  recipientPublicKey: string;
}): ContentPart {
  const files = p.files.length > 0 ? p.files : undefined;
  const bytes = encodeDeliverable({ v: 1, text: p.text, files });
  const envelope = seal({ bytes, recipientPublicKey: p.recipientPublicKey as Hex, taskId: BigInt(p.taskId) });
  return contentPartOf(packContent(envelope));
}
