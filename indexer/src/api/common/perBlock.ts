import type { Indexed } from "./checkpoint.ts";
import { indexed } from "./clock.ts";

/** Work that many ask for and that changes only with a block: done once a block, and shared by all who wait for it. */
export function perBlock<T>(make: (now: Indexed) => Promise<T>): () => Promise<T> {
  let key = "";
  let made: Promise<T> | undefined;
  return async () => {
    const now = await indexed();
    const present = `${now.block} ${now.at}`;
    if (made === undefined || key !== present) {
      key = present;
      made = make(now);
      made.catch(() => {
        if (key === present) made = undefined;
      });
    }
    return made;
  };
}
