"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsInteger, useQueryState } from "nuqs";
import { useEffect, useState } from "react";
import { Page } from "@/components/ui/Page";
import { Skeleton } from "@/components/ui/Skeleton";
import { useAct } from "@/hooks/useAct";
import { useMe } from "@/hooks/useMe";
import { useNow } from "@/hooks/useNow";
import { usePostDraft } from "@/hooks/usePostDraft";
import { quotedBandOf, usePriceGuide } from "@/hooks/usePriceGuide";
import { useSealing } from "@/hooks/useSealing";
import { useTown } from "@/hooks/useTown";
import { botsMayTry, checkPost, type PostDraft, postParameters } from "@/lib/forms/postTask";
import { useUi } from "@/lib/uiStore";
import { failureOf } from "@/transactions/failure";
import { PostFields } from "./PostFields";
import { PostFoot } from "./PostFoot";
import { PreviewCard } from "./PreviewCard";
import { PriceGuide } from "./PriceGuide";

/** Asking for something: one page, with what it will reach beside it. */
export function PostScreen() {
  const state = usePostDraft();
  return (
    <Page
      title="Ask for something"
      lead="Say what should be there in the end, and what it is worth to you. The price is set aside until you accept the work or nobody wants it."
    >
      {state.draft === null ? <Skeleton className="h-96" /> : <PostForm state={state} draft={state.draft} />}
    </Page>
  );
}

function PostForm({ state, draft }: { state: ReturnType<typeof usePostDraft>; draft: PostDraft }) {
  const { queries } = useTown();
  const me = useMe();
  const now = useNow();
  const act = useAct();
  const openConnect = useUi((ui) => ui.openConnect);
  const { keys } = useSealing();
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useQueryState("skill", parseAsInteger);
  const { change } = state;
  useEffect(() => {
    if (asked === null) return;
    change({ ...draft, skillId: asked });
    void setAsked(null);
  });
  const myId = me.status === "account" ? me.account.accountId : 0;
  const credit = useQuery({ ...queries.credit(myId), enabled: myId !== 0 });
  const skills = useQuery(queries.skills());
  const guide = usePriceGuide(draft);
  const skill = skills.data?.items.find((each) => each.skillId === draft.skillId);
  const available = credit.data ? BigInt(credit.data.available) : null;
  const errors = checkPost(draft, { now, available });
  const go = async () => {
    setTried(true);
    setProblem(undefined);
    if (me.status !== "account") return openConnect();
    const [first] = Object.keys(errors);
    if (first !== undefined || !skill)
      return document
        .querySelector<HTMLElement>(`[data-field="${first ?? "skillId"}"] :is(input,select,textarea)`)
        ?.focus();
    act(
      "postTask",
      // where no bot can try, people need not wait for one
      postParameters(
        { ...draft, botsFirst: draft.botsFirst && skill.botCount > 0 },
        {
          now,
          posterId: me.account.accountId,
          skill: { skillId: skill.skillId, name: skill.name, symbol: skill.symbol },
          quotedBand: quotedBandOf(draft, guide.data),
          sealing: draft.sealed ? (await keys()).privateKey : null,
        },
      ),
    );
  };
  return (
    <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void go().catch((error: unknown) => setProblem(failureOf(error).sentence));
        }}
        className="grid grid-cols-1 content-start gap-7"
      >
        <PostFields
          draft={draft}
          change={state.change}
          skills={skills.data?.items ?? []}
          errors={tried ? errors : {}}
          now={now}
          available={available}
        />
        <PostFoot state={state} me={me} problems={tried ? Object.keys(errors).length : 0} problem={problem} />
      </form>
      <aside className="grid grid-cols-1 content-start gap-8 lg:sticky lg:top-6 lg:self-start">
        <PriceGuide
          guide={guide}
          skill={skill}
          botsFirst={botsMayTry(draft)}
          hasPrice={draft.price.trim() !== ""}
        />
        <PreviewCard draft={draft} skill={skill} guide={guide.data} me={me} now={now} />
      </aside>
    </div>
  );
}
