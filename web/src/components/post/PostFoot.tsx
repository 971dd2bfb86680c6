"use client";

import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import type { Me } from "@/hooks/useMe";
import type { usePostDraft } from "@/hooks/usePostDraft";
import { count } from "@/lib/format/time";

/** The button, and where the draft lies. */
export function PostFoot({
  state,
  me,
  problems,
  problem,
}: {
  state: ReturnType<typeof usePostDraft>;
  me: Me;
  problems: number;
  problem: string | undefined;
}) {
  return (
    <div className="grid gap-4 border-ink border-t-2 pt-5">
      {problems > 0 ? (
        <Notice tone="bad" live>
          {count(problems, "thing is", "things are")} missing or not right yet; the sentences above say what.
        </Notice>
      ) : null}
      {problem ? (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="main" size="big">
          {me.status === "account" ? "Look it over and post" : "Come in to post it"}
        </Button>
        <Button tone="quiet" onClick={state.clear}>
          Start over
        </Button>
      </div>
      <p className="text-sm text-soft">
        {state.kept === "everywhere"
          ? "The draft is kept on all your devices."
          : "The draft is kept in this browser."}{" "}
        {state.draft?.sealed ? (
          "A sealed one does not leave it."
        ) : me.status === "account" && !state.canKeepEverywhere ? (
          <button
            type="button"
            className="link"
            onClick={() => void state.keepEverywhere().catch(() => undefined)}
          >
            Keep it on all my devices
          </button>
        ) : null}
      </p>
    </div>
  );
}
