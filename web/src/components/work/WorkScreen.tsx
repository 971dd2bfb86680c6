"use client";

import type { WorkItem } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { NeedsAccount } from "@/components/account/NeedsAccount";
import { ShareDetails } from "@/components/task/ShareDetails";
import { TaskTicket } from "@/components/task/TaskTicket";
import { ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Page, Section } from "@/components/ui/Page";
import { QueryStates } from "@/components/ui/QueryStates";
import { Time } from "@/components/ui/Time";
import { useNow } from "@/hooks/useNow";
import { useTown } from "@/hooks/useTown";
import { standsSentence } from "@/lib/sentences/task";
import { actHeadings, groupWork } from "@/lib/sentences/work";

/** What needs me now, as worker and as poster; then what only needs patience. */
export function WorkScreen() {
  return (
    <Page
      title="My work"
      lead="What needs you now, then what waits for others."
      aside={
        <ButtonLink href="/tasks/new" tone="main" className="lg:hidden">
          Post a task
        </ButtonLink>
      }
    >
      <NeedsAccount what="Come in to see your work">
        {(account) => <Work accountId={account.accountId} />}
      </NeedsAccount>
    </Page>
  );
}

function Work({ accountId }: { accountId: number }) {
  const { queries } = useTown();
  const work = useQuery(queries.work(accountId));
  return (
    <QueryStates query={work}>
      {({ needsMe, waiting }) =>
        needsMe.length + waiting.length === 0 ? (
          <Notice
            title="Nothing is in your hands"
            action={
              <ButtonLink href="/" tone="ink">
                See what fits you
              </ButtonLink>
            }
          >
            Claim a task from your feed, or post one; it will be here until it is closed.
          </Notice>
        ) : (
          <div className="grid grid-cols-1 gap-10">
            {[...groupWork(needsMe), ...groupWork(waiting)].map((group) => (
              <Section
                key={`${group.act}-${group.items[0]?.task.taskId}`}
                title={actHeadings[group.act].title}
                note={actHeadings[group.act].note}
              >
                <ul className="grid grid-cols-1 gap-3">
                  {group.items.map((item) => (
                    <li key={item.task.taskId}>
                      <TaskTicket task={item.task} note={<WorkNote item={item} />} />
                      {item.act === "share" ? (
                        <div className="mt-2">
                          <ShareDetails
                            taskId={item.task.taskId}
                            worker={item.task.worker?.name ?? "the worker"}
                          />
                        </div>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </Section>
            ))}
          </div>
        )
      }
    </QueryStates>
  );
}

function WorkNote({ item }: { item: WorkItem }) {
  const now = useNow();
  return (
    <p className={item.overdue ? "font-semibold text-alarm" : "text-soft"}>
      {item.role === "poster" ? "You posted it. " : ""}
      {standsSentence(item.task, now)}.
      {item.dueAt !== null ? (
        <>
          {" "}
          Due <Time at={item.dueAt} />.
        </>
      ) : null}
    </p>
  );
}
