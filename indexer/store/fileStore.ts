import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { maxContentBytes, verifyContent } from "@peercommons/sdk/content";
import { bytesToHex, type Hex, hexToBytes } from "viem";
import type { ContentStore, StoredContent } from "./contentStore.ts";
import { Problem } from "./problem.ts";

/** A file holds the 32 bytes of H(salt), then the body: one write, one read, nothing to disagree. */
const saltBytes = 32;

/** Files named by content id, in 256 folders. A file appears whole or not at all, and is never changed. */
export function fileStore(folder: string): ContentStore {
  const pathOf = (contentId: Hex) => join(folder, contentId.slice(2, 4), contentId.slice(2).toLowerCase());

  return {
    async put(contentId, content) {
      check(contentId, content);
      const path = pathOf(contentId);
      const draft = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`;
      try {
        await mkdir(dirname(path), { recursive: true });
        const file = await open(draft, "wx");
        try {
          await file.writev([hexToBytes(content.saltHash), content.body]);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw storageProblem(error);
      }
    },

    async get(contentId) {
      const bytes = await readFile(pathOf(contentId)).catch((error) => {
        if (codeOf(error) === "ENOENT") return null;
        throw storageProblem(error);
      });
      if (bytes === null) return null;
      const content: StoredContent = {
        saltHash: bytesToHex(bytes.subarray(0, saltBytes)),
        body: new Uint8Array(bytes.subarray(saltBytes)),
      };
      if (bytes.length < saltBytes || !verifyContent({ ...content, contentId })) {
        throw new Problem(
          500,
          "ContentDamaged",
          `The stored bytes of ${contentId} no longer have that hash, so they are not given out. Store the original again to mend it.`,
        );
      }
      return content;
    },
  };
}

/** @throws Problem ContentTooLarge, ContentMismatch */
function check(contentId: Hex, content: StoredContent): void {
  if (content.body.length > maxContentBytes) {
    throw new Problem(
      413,
      "ContentTooLarge",
      `The body has ${content.body.length} bytes, and at most ${maxContentBytes} are kept. Shorten it, or link to the large part.`,
    );
  }
  if (!verifyContent({ ...content, contentId })) {
    throw new Problem(
      400,
      "ContentMismatch",
      `This body with this salt does not have the id ${contentId}, so it was not stored. Send exactly the bytes and the salt the id was made from.`,
    );
  }
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);

/** What a failure of the disk means. */
export function storageProblem(error: unknown): Problem {
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new Problem(
      507,
      "StorageFull",
      "The disk of the content store is full, so nothing was stored. Free some space there, then send it again.",
      { cause: error },
    );
  }
  return new Problem(
    503,
    "StorageFailed",
    `The content store cannot be used now (${String(code ?? "unknown failure")}). Nothing was changed; try again, or look at its folder's permissions.`,
    { cause: error },
  );
}
