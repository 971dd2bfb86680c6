"use client";

import { onePeer } from "@peercommons/sdk";
import type { Guide } from "@peercommons/sdk/schemas";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readAmount } from "@/lib/forms/amount";
import type { PostDraft } from "@/lib/forms/postTask";
import { useSettled } from "./useSettled";
import { useTown } from "./useTown";

/** What the draft's price would reach. Before there is a price, what one PEER would, so that the scale is there to look at. */
export function usePriceGuide(draft: PostDraft) {
  const { queries } = useTown();
  const typed = readAmount(useSettled(draft.price));
  const price = typed.ok ? typed.amount : onePeer;
  return useQuery({
    ...queries.guide({ skillId: draft.skillId ?? 0, price, effort: draft.effort }),
    enabled: draft.skillId !== null,
    placeholderData: keepPreviousData,
  });
}

export type PriceGuideQuery = ReturnType<typeof usePriceGuide>;

/** The band somebody has seen for this very draft; null while the guide still shows what was typed before. */
export function quotedBandOf(draft: PostDraft, guide: Guide | undefined): number | null {
  const typed = readAmount(draft.price);
  if (guide === undefined || !typed.ok) return null;
  const same =
    guide.price === typed.amount.toString() &&
    guide.effort === draft.effort &&
    guide.skillId === draft.skillId;
  return same ? guide.band : null;
}
