import { PeerCommonsError } from "@peercommons/sdk";
import { maxFileBytes, maxFiles } from "@peercommons/sdk/schemas";
import { type AttachedFile, fileTooLarge, packFile } from "@peercommons/sdk/sealing";
import { storePacked } from "../contents";
import { fileSize } from "../format/size";

export const filesHint = `Up to ${maxFiles}, each at most ${fileSize(maxFileBytes)}. They are encrypted in this browser before they leave it.`;

type Picked = Pick<File, "name" | "size" | "type" | "arrayBuffer">;

/** Refuses what cannot be attached, before anything is sent. @throws PeerCommonsError TooManyFiles, FileTooLarge, FileEmpty */
export function checkFiles(picked: readonly Picked[], present: number): void {
  if (present + picked.length > maxFiles) {
    throw new PeerCommonsError({
      code: "TooManyFiles",
      message: `${present + picked.length} files are more than the ${maxFiles} that fit. Take some away, or put several into one archive.`,
    });
  }
  for (const { name, size } of picked) {
    if (size > maxFileBytes) throw fileTooLarge(name, size);
    if (size === 0)
      throw new PeerCommonsError({
        code: "FileEmpty",
        message: `${name} is empty (or a folder), so there is nothing to attach. Choose a file.`,
      });
  }
}

/** Seals a file and stores its parts; what comes back names it in a document. */
export async function uploadFile(indexerUrl: string, picked: Picked): Promise<AttachedFile> {
  const bytes = new Uint8Array(await picked.arrayBuffer());
  const { file, parts } = packFile({ name: picked.name, mediaType: picked.type, bytes });
  for (const part of parts) await storePacked(indexerUrl, part);
  return file;
}
