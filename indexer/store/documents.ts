import type { Note, Profile, SealedTaskBody, TaskBody } from "@peercommons/sdk/content";
import { parseNote, parseProfile, parseSealedTaskBody, parseTaskBody } from "@peercommons/sdk/content";
import type { Hex } from "viem";
import { Recent } from "./cache.ts";
import type { ContentStore } from "./contentStore.ts";

/** What was found behind a content id. */
export type Found<T> =
  | { state: "public"; value: T; saltHash: Hex }
  | { state: "missing" }
  | { state: "invalid" };

/** Documents that people wrote, read from the content store and checked. Content never changes, so what was read is kept. */
export function documentsOf(store: ContentStore) {
  const recent = new Recent<string, Found<unknown>>(4_096);

  async function read<T>(what: string, contentId: Hex, parse: (body: Uint8Array) => T): Promise<Found<T>> {
    const key = `${what} ${contentId}`;
    const known = recent.get(key) as Found<T> | undefined;
    if (known !== undefined) return known;
    const content = await store.get(contentId).catch(() => null);
    if (content === null) return { state: "missing" };
    const found = tryParse(content.body, content.saltHash, parse);
    recent.set(key, found);
    return found;
  }

  return {
    taskBody: (contentId: Hex): Promise<Found<TaskBody>> => read("task", contentId, parseTaskBody),
    sealedTaskBody: (contentId: Hex): Promise<Found<SealedTaskBody>> =>
      read("sealed task", contentId, parseSealedTaskBody),
    profile: (contentId: Hex): Promise<Found<Profile>> => read("profile", contentId, parseProfile),
    note: (contentId: Hex): Promise<Found<Note>> => read("note", contentId, parseNote),
  };
}

function tryParse<T>(body: Uint8Array, saltHash: Hex, parse: (body: Uint8Array) => T): Found<T> {
  try {
    return { state: "public", value: parse(body), saltHash };
  } catch {
    return { state: "invalid" };
  }
}
