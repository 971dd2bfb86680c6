"use client";

import type { DeliverableRef, TaskDetail } from "@peercommons/sdk/schemas";
import { PersonLink } from "@/components/account/PersonLink";
import { FileList } from "@/components/file/FileList";
import { Button } from "@/components/ui/Button";
import { Markdown } from "@/components/ui/Markdown";
import { Notice } from "@/components/ui/Notice";
import { Section } from "@/components/ui/Page";
import { Stamp } from "@/components/ui/Stamp";
import { Time } from "@/components/ui/Time";
import { useMyId } from "@/hooks/useMe";
import { useOpenDeliverable } from "@/hooks/useOpenDeliverable";

const statusWords = {
  waiting: "waits for an answer",
  accepted: "accepted",
  revised: "revised",
  rejected: "refused",
  lapsed: "left unanswered",
  other: "closed",
} as const;

/** What was handed in. Only the poster can open it, with the key of their wallet, in this browser. */
export function Deliverables({ task }: { task: TaskDetail }) {
  const mine = useMyId() === task.poster.accountId;
  if (task.deliverables.length === 0) return null;
  return (
    <Section
      title="What was handed in"
      note={mine ? undefined : `Sealed: only ${task.poster.name} can open it.`}
    >
      <ul className="grid gap-4">
        {task.deliverables.map((each) => (
          <li key={each.contentId} className="sheet p-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <PersonLink account={each.by} />
              <Time at={each.at} />
              <Stamp
                tone={each.status === "accepted" ? "leaf" : each.status === "waiting" ? "poppy" : "soft"}
              >
                {statusWords[each.status]}
              </Stamp>
            </p>
            {mine ? <Opened task={task} deliverable={each} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Opened({ task, deliverable }: { task: TaskDetail; deliverable: DeliverableRef }) {
  const { opened, open, opening, problem } = useOpenDeliverable(task.taskId, deliverable.contentId);
  if (!deliverable.stored && !opened)
    return (
      <Notice tone="warn" className="mt-3">
        The sealed text has not arrived at this indexer. The worker can hand it in again after a revision.
      </Notice>
    );
  if (!opened) {
    return (
      <div className="mt-3 grid justify-items-start gap-3">
        <Button tone="ink" disabled={opening} onClick={open}>
          {opening ? "Opening" : "Open it"}
        </Button>
        {problem ? (
          <Notice tone="bad" live>
            {problem}
          </Notice>
        ) : null}
      </div>
    );
  }
  return (
    <div className="mt-3">
      <Markdown text={opened.text} />
      {opened.files ? <FileList files={opened.files} /> : null}
    </div>
  );
}
