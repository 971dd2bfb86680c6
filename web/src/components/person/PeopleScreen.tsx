"use client";

import type { PersonSummary } from "@peercommons/sdk/schemas";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { AccountMark } from "@/components/marks/AccountMark";
import { LevelMark } from "@/components/marks/LevelMark";
import { Field, inputLook } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { PagedList } from "@/components/ui/PagedList";
import { useTown } from "@/hooks/useTown";
import { count } from "@/lib/format/time";
import { peopleFilters, peopleQueryOf } from "@/lib/taskFilters";

/** Who lives here, by name and skill. */
export function PeopleScreen() {
  const { queries } = useTown();
  const [filters, set] = useQueryStates(peopleFilters, { throttleMs: 300, clearOnDefault: true });
  const people = useInfiniteQuery(queries.people(peopleQueryOf(filters)));
  const skills = useQuery(queries.skills());
  return (
    <Page title="People" lead="Members, organisations and bots, with what they have shown they can do.">
      <search className="mb-6 grid gap-3 sm:grid-cols-[2fr_1fr]">
        <Field label="Name">
          {(wired) => (
            <input
              {...wired}
              type="search"
              value={filters.q}
              onChange={(event) => void set({ q: event.target.value })}
              className={inputLook}
            />
          )}
        </Field>
        <Field label="Skill">
          {(wired) => (
            <select
              {...wired}
              className={inputLook}
              value={filters.skill ?? ""}
              onChange={(event) =>
                void set({ skill: event.target.value === "" ? null : Number(event.target.value) })
              }
            >
              <option value="">All skills</option>
              {skills.data?.items.map((skill) => (
                <option key={skill.skillId} value={skill.skillId}>
                  #{skill.symbol}
                </option>
              ))}
            </select>
          )}
        </Field>
      </search>
      <PagedList
        query={people}
        keyOf={(person) => String(person.account.accountId)}
        row={(person) => <PersonCard person={person} />}
        className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3"
        empty={<Notice title="Nobody here is like that">Try another name, or take the skill away.</Notice>}
      />
    </Page>
  );
}

function PersonCard({ person }: { person: PersonSummary }) {
  const { account } = person;
  return (
    <article className="sheet relative flex h-full gap-4 p-4 hover:border-ink">
      <AccountMark name={account.name} seed={account.address} kind={account.kind} size={48} />
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-lg">
          <Link
            href={`/people/${account.accountId}`}
            className="after:absolute after:inset-0 hover:underline"
          >
            {account.name}
          </Link>
        </h2>
        <p className="text-sm text-soft">
          {account.kind === "Member"
            ? person.seat.live
              ? ""
              : "no live seat · "
            : `${account.kind.toLowerCase()} · `}
          {count(person.tasksDone, "task")} done, {person.tasksPosted} posted
        </p>
        <ul className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-sm">
          {person.best.slice(0, 3).map(({ skill, level }) => (
            <li key={skill.skillId} className="flex items-center gap-1.5">
              <LevelMark level={level} size={22} />#{skill.symbol} <span className="figures">{level}</span>
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
}
