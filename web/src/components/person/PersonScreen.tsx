"use client";

import type { Person } from "@peercommons/sdk/schemas";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { PersonLink } from "@/components/account/PersonLink";
import { AccountMark } from "@/components/marks/AccountMark";
import { Lost } from "@/components/shell/Lost";
import { TaskTicket } from "@/components/task/TaskTicket";
import { ButtonLink } from "@/components/ui/Button";
import { Copy } from "@/components/ui/Copy";
import { Notice } from "@/components/ui/Notice";
import { Page, Section } from "@/components/ui/Page";
import { PagedList } from "@/components/ui/PagedList";
import { QueryStates } from "@/components/ui/QueryStates";
import { Time } from "@/components/ui/Time";
import { useMyId } from "@/hooks/useMe";
import { useTown } from "@/hooks/useTown";
import { isUnknown } from "@/lib/api";
import { shortHex } from "@/lib/format/hex";
import { PersonFacts } from "./PersonFacts";
import { Standings } from "./Standings";

export function PersonScreen({ accountId, unknown }: { accountId: number; unknown: boolean }) {
  const { queries } = useTown();
  const query = useQuery(queries.person(accountId));
  if (isUnknown(query.error) || (unknown && query.isPending)) return <Lost what="Nobody has this number" />;
  if (query.data === undefined)
    return (
      <Page title="Person">
        <QueryStates query={query}>{() => null}</QueryStates>
      </Page>
    );
  return <Profile person={query.data} />;
}

function Profile({ person }: { person: Person }) {
  const { queries } = useTown();
  const mine = useMyId() === person.accountId;
  const done = useInfiniteQuery(
    queries.tasks({ workerId: String(person.accountId), state: "Closed", sort: "changed" }),
  );
  const posted = useInfiniteQuery(queries.tasks({ posterId: String(person.accountId), sort: "newest" }));
  return (
    <Page
      title={
        <span className="flex items-center gap-4">
          <AccountMark name={person.name} seed={person.address} kind={person.kind} size={64} />
          {person.name}
        </span>
      }
      lead={
        <span className="flex flex-wrap items-center gap-x-2">
          {person.kind === "Member"
            ? person.seat.founder
              ? "Founding member"
              : person.seat.live
                ? "Member"
                : "No live seat"
            : person.kind}{" "}
          since <Time at={person.registeredAt} absolute />
          <span className="inline-flex items-center font-mono text-sm">
            {shortHex(person.address)} <Copy text={person.address} what="address" />
          </span>
        </span>
      }
      aside={<Aside person={person} mine={mine} />}
    >
      {person.about ? <p className="mb-8 max-w-prose whitespace-pre-line text-lg">{person.about}</p> : null}
      <PersonFacts person={person} />
      {person.backing.counts && person.backing.names ? (
        <p className="mt-4 flex flex-wrap items-center gap-x-2">
          {person.kind === "Organisation" ? "Its tasks raise levels by the budget of" : "Stands behind"}
          <PersonLink account={person.backing.names} />
        </p>
      ) : null}
      <div className="mt-10 grid grid-cols-1 gap-10 lg:grid-cols-2">
        <Section title="What they have earned" className="lg:col-span-2">
          <Standings standings={person.standings} />
        </Section>
        <Section title="Finished work">
          <PagedList
            query={done}
            keyOf={(task) => task.taskId}
            row={(task) => <TaskTicket task={task} />}
            empty={<Notice>Nothing finished yet.</Notice>}
          />
        </Section>
        <Section title="Asked for">
          <PagedList
            query={posted}
            keyOf={(task) => task.taskId}
            row={(task) => <TaskTicket task={task} />}
            empty={<Notice>Has not posted a task yet.</Notice>}
          />
        </Section>
        {person.sponsors.length + person.sponsored.length > 0 ? (
          <Section title="Who stands for whom">
            <ul className="grid grid-cols-1 gap-2">
              {person.sponsors.map((each) => (
                <li key={`by-${each.accountId}`} className="flex items-center gap-2">
                  sponsored by <PersonLink account={each} />
                </li>
              ))}
              {person.sponsored.map((each) => (
                <li key={`of-${each.accountId}`} className="flex items-center gap-2">
                  sponsored <PersonLink account={each} />
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
    </Page>
  );
}

function Aside({ person, mine }: { person: Person; mine: boolean }) {
  if (mine) return <ButtonLink href="/settings">Change your profile</ButtonLink>;
  if (person.kind === "Bot") return <ButtonLink href="/commons">What bots bring</ButtonLink>;
  return (
    <ButtonLink href={`/credit?pay=${person.accountId}`} tone="ink">
      Pay {person.name}
    </ButtonLink>
  );
}
