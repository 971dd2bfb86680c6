"use client";

import type { Guide, SkillSummary, TaskSummary } from "@peercommons/sdk/schemas";
import { TaskTicket } from "@/components/task/TaskTicket";
import { Section } from "@/components/ui/Page";
import type { Me } from "@/hooks/useMe";
import { readAmount } from "@/lib/forms/amount";
import { botsMayTry, deadlineOf, type PostDraft } from "@/lib/forms/postTask";

type Props = {
  draft: PostDraft;
  skill: SkillSummary | undefined;
  guide: Guide | undefined;
  me: Me;
  now: number;
};

/** The ticket as others will see it: the very same component. */
export function PreviewCard(props: Props) {
  return (
    <Section title="As others will see it">
      <div inert>
        <TaskTicket task={previewOf(props)} />
      </div>
    </Section>
  );
}

function previewOf({ draft, skill, guide, me, now }: Props): TaskSummary {
  const price = readAmount(draft.price);
  const amount = price.ok ? price.amount.toString() : "0";
  const account = me.status === "account" ? me.account : null;
  const deadlineAt = deadlineOf(draft, now) * 3_600;
  const none = `0x${"0".repeat(64)}`;
  return {
    taskId: "0",
    title: draft.title.trim() || "Your title",
    skill: skill ?? { skillId: 0, name: "Skill", symbol: "skill" },
    poster: {
      accountId: account?.accountId ?? 0,
      kind: account?.kind ?? "Member",
      name: account?.name ?? "you",
      address: account?.address ?? "0x",
    },
    worker: null,
    price: amount,
    pricePerHour: amount,
    effort: draft.effort,
    state: "Open",
    outcome: null,
    stage: "matched",
    band: guide?.band ?? 0,
    lo: guide?.lo ?? 0,
    hi: guide?.hi ?? 15,
    flags: {
      humanOnly: !botsMayTry(draft),
      floor: false,
      sealed: draft.sealed,
      onCredit: false,
      botsDone: false,
    },
    botTries: 0,
    revisions: 0,
    postedAt: now,
    openedAt: now,
    changedAt: now,
    deadlineAt,
    peopleAt: now,
    everyoneAt: now,
    dueAt: null,
    closedAt: null,
    rating: null,
    contentId: none,
  };
}
