import { PeerCommonsError } from "@peercommons/sdk";
import { encodeDeliverable, packContent } from "@peercommons/sdk/content";
import { seal } from "@peercommons/sdk/sealing";
import type { Hex } from "viem";
import type { ContentPart } from "@/transactions/parts";
import { toBase64 } from "../bytes";
import { contentPartOf } from "../contentPart";

export type PickedFile = { name: string; mediaType: string; base64: string };

/** What fits beside a text in one sealed envelope of 256 KiB, base64 included. */
export const maxFileBytes = 170 * 1024;

export async function readFile(file: File): Promise<PickedFile> {
  if (file.size > maxFileBytes) {
    throw new PeerCommonsError({
      code: "FileTooLarge",
      message: `${file.name} is ${Math.ceil(file.size / 1024)} KiB, and ${maxFileBytes / 1024} KiB fit. Put it somewhere else and link to it.`,
    });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {
    name: file.name.slice(0, 120),
    mediaType: (file.type || "application/octet-stream").slice(0, 80),
    base64: toBase64(bytes),
  };
}

/** Encodes, seals to the poster and packs, ready for the content store. Throws sentences. */
export function sealDeliverable(p: {
  text: string;
  files: PickedFile[];
  taskId: string;
  recipientPublicKey: string;
}): ContentPart {
  const files = p.files.length > 0 ? p.files : undefined;
  const bytes = encodeDeliverable({ v: 1, text: p.text, files });
  const envelope = seal({ bytes, recipientPublicKey: p.recipientPublicKey as Hex, taskId: BigInt(p.taskId) });
  return contentPartOf(packContent(envelope));
}
