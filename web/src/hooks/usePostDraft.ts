"use client";

import { draftList, draft as draftSchema } from "@peercommons/sdk/schemas";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { callService } from "@/lib/api";
import { emptyDraft, isBlank, type PostDraft, postDraft } from "@/lib/forms/postTask";
import { useTransactions } from "@/transactions/store";
import { useSession } from "./useSession";
import { useTown } from "./useTown";

const slot = "peercommons.draft.post";
const PAUSE = 1_200;

function readLocal(): PostDraft | null {
  try {
    return postDraft.parse(JSON.parse(localStorage.getItem(slot) ?? "null"));
  } catch {
    return null;
  }
}

async function fetchDraft(indexerUrl: string, token: string): Promise<PostDraft | null> {
  const { items } = await callService(indexerUrl, "/v1/drafts", draftList, { token });
  if (!items.some((item) => item.key === "post")) return null;
  const found = await callService(indexerUrl, "/v1/drafts/post", draftSchema, { token });
  const parsed = postDraft.safeParse(found.value);
  return parsed.success ? parsed.data : null;
}

/** The task being written: kept in this browser at every stroke, and at the indexer when signed in. Gone once posted. */
export function usePostDraft() {
  const { town } = useTown();
  const { token, ask } = useSession();
  const [draft, setDraft] = useState<PostDraft | null>(null);
  const [kept, setKept] = useState<"here" | "everywhere">("here");
  const fetched = useRef(false);
  const posted = useTransactions((state) =>
    Object.values(state.records).some(
      (r) => draft !== null && r.id.endsWith(`|post:${draft.draftId}`) && r.phase === "settled",
    ),
  );

  const change = (next: PostDraft): void => {
    setDraft(next);
    localStorage.setItem(slot, JSON.stringify(next));
    setKept("here");
  };

  useEffect(() => setDraft(readLocal() ?? emptyDraft()), []);

  useEffect(() => {
    if (token === null || fetched.current) return;
    fetched.current = true;
    void fetchDraft(town.indexerUrl, token)
      .then((remote) => {
        const local = readLocal();
        if (remote !== null && (local === null || isBlank(local))) setDraft(remote);
      })
      .catch(() => undefined);
  }, [token, town.indexerUrl]);

  useEffect(() => {
    // What is to be sealed is not stored readable anywhere else, not even as a draft.
    if (token === null || draft === null || draft.sealed || isBlank(draft)) return;
    const timer = setTimeout(() => {
      const body = { value: draft };
      void callService(town.indexerUrl, "/v1/drafts/post", z.unknown(), { method: "PUT", token, body })
        .then(() => setKept("everywhere"))
        .catch(() => setKept("here"));
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [token, draft, town.indexerUrl]);

  useEffect(() => {
    if (!posted) return;
    localStorage.removeItem(slot);
    setDraft(emptyDraft());
    if (token !== null)
      void callService(town.indexerUrl, "/v1/drafts/post", z.unknown(), { method: "DELETE", token }).catch(
        () => undefined,
      );
  }, [posted, token, town.indexerUrl]);

  return {
    draft,
    change,
    kept,
    canKeepEverywhere: token !== null,
    keepEverywhere: ask,
    clear: () => change(emptyDraft()),
  };
}
