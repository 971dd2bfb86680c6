"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { JoinCard } from "@/components/account/JoinCard";
import { ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { PagedList } from "@/components/ui/PagedList";
import { useMe } from "@/hooks/useMe";
import { usePasses } from "@/hooks/usePasses";
import { useTown } from "@/hooks/useTown";
import { FeedCard } from "./FeedCard";
import { Strip } from "./Strip";
import { TownNumbers } from "./TownNumbers";
import { TownPromise } from "./TownPromise";

/** Home: what to do next. Members see what fits them and why; everybody else sees the promise and the open market. */
export function FeedScreen() {
  const me = useMe();
  const { queries } = useTown();
  const memberId = me.status === "account" && me.account.kind === "Member" ? me.account.accountId : undefined;
  const feed = useInfiniteQuery({
    ...queries.feed(memberId),
    enabled: me.status !== "looking" || me.problem !== null,
  });
  const { passed, pass } = usePasses();
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pb-12 sm:px-6">
      {me.status === "nobody" ? <TownPromise /> : null}
      {me.status === "account" ? <Strip account={me.account} /> : null}
      {me.status === "looking" ? <div className="h-36" /> : null}
      {me.status === "stranger" ? (
        <div className="max-w-2xl pt-8">
          <JoinCard />
        </div>
      ) : null}
      <div className="mt-8 grid grid-cols-1 gap-10 lg:grid-cols-[1fr_17rem]">
        <section>
          <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 border-ink border-t-2 pt-3">
            <h1 className="text-xl">{memberId === undefined ? "The open market" : "Work that fits you"}</h1>
            <ButtonLink href="/tasks" tone="quiet" size="small">
              All tasks
            </ButtonLink>
          </div>
          <PagedList
            query={feed}
            keyOf={({ task }) => task.taskId}
            row={(item) =>
              passed.has(item.task.taskId) ? null : (
                <FeedCard item={item} onHide={memberId === undefined ? undefined : pass} />
              )
            }
            empty={<EmptyFeed member={memberId !== undefined} />}
          />
        </section>
        <TownNumbers />
      </div>
    </div>
  );
}

function EmptyFeed({ member }: { member: boolean }) {
  return (
    <Notice
      title={member ? "Nothing fits you just now" : "Nothing is open just now"}
      action={
        <ButtonLink href="/tasks/new" tone="ink">
          Post a task yourself
        </ButtonLink>
      }
    >
      {member
        ? "New tasks appear here by themselves. Each finished task raises your level, and with it what you are offered; look through the skills for one you would like to begin."
        : "New tasks appear here by themselves as soon as somebody posts one."}
    </Notice>
  );
}
