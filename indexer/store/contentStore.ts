import type { Hex } from "viem";

/** A document as it is kept: its bytes, and the hash of its salt, by which anyone can check them. */
export type StoredContent = { body: Uint8Array; saltHash: Hex };

/**
 * Where bodies and deliverables lie. Files by default; anything that keeps bytes by name can stand in.
 * Both functions check: what does not hash to its id is neither taken nor given out.
 */
export type ContentStore = {
  /** @throws Problem ContentMismatch, ContentTooLarge, StorageFull */
  put(contentId: Hex, content: StoredContent): Promise<void>;
  /** Null when it was never stored. @throws Problem ContentDamaged */
  get(contentId: Hex): Promise<StoredContent | null>;
};
