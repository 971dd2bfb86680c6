"use client";

import type { SkillDetail } from "@peercommons/sdk/schemas";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { PersonLink } from "@/components/account/PersonLink";
import { LevelMark } from "@/components/marks/LevelMark";
import { SkillMark } from "@/components/marks/SkillMark";
import { Lost } from "@/components/shell/Lost";
import { TaskTicket } from "@/components/task/TaskTicket";
import { ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Page, Section } from "@/components/ui/Page";
import { PagedList } from "@/components/ui/PagedList";
import { QueryStates } from "@/components/ui/QueryStates";
import { useTown } from "@/hooks/useTown";
import { isUnknown } from "@/lib/api";
import { count } from "@/lib/format/time";
import { Histogram } from "./Histogram";
import { OctileTable } from "./OctileTable";
import { RegisterBot } from "./RegisterBot";
import { SkillFacts } from "./SkillFacts";

export function SkillScreen({ skillId, unknown }: { skillId: number; unknown: boolean }) {
  const { queries } = useTown();
  const query = useQuery(queries.skill(skillId));
  if (isUnknown(query.error) || (unknown && query.isPending)) return <Lost what="There is no such skill" />;
  if (query.data === undefined)
    return (
      <Page title="Skill">
        <QueryStates query={query}>{() => null}</QueryStates>
      </Page>
    );
  return <Skill skill={query.data} />;
}

function Skill({ skill }: { skill: SkillDetail }) {
  const { queries } = useTown();
  const open = useInfiniteQuery(queries.tasks({ skillId: String(skill.skillId), state: "Open" }));
  return (
    <Page
      title={
        <span className="flex items-center gap-4">
          <SkillMark symbol={skill.symbol} size={64} />
          {skill.name}
        </span>
      }
      lead={<Path skill={skill} />}
      aside={
        <ButtonLink href={`/tasks/new?skill=${skill.skillId}`} tone="main">
          Ask for {skill.name.toLowerCase()}
        </ButtonLink>
      }
    >
      {skill.about ? <p className="mb-8 max-w-prose whitespace-pre-line text-lg">{skill.about}</p> : null}
      <SkillFacts skill={skill} />
      <div className="mt-10 grid grid-cols-1 gap-10 lg:grid-cols-2">
        <Section
          title="Who has earned what"
          note={
            skill.members === 0
              ? undefined
              : `${count(skill.members, "person", "people")} with a finished task, by level.`
          }
        >
          {skill.members === 0 ? (
            <p className="text-soft">Nobody yet: the first finished task puts somebody here.</p>
          ) : (
            <Histogram histogram={skill.histogram} />
          )}
        </Section>
        <Section
          title="What it costs, and who fits"
          note={
            skill.accepts === 0
              ? "Nobody has been paid here yet, so these are the prices every skill starts with. With the first ones paid they become its own."
              : `From ${count(skill.accepts, "accepted price")}. A price's eighth decides which levels see it first.`
          }
        >
          <OctileTable skill={skill} />
        </Section>
        <Section title="Open tasks" className="lg:col-span-2">
          <PagedList
            query={open}
            keyOf={(task) => task.taskId}
            row={(task) => <TaskTicket task={task} />}
            empty={<Notice>Nothing is open in this skill just now.</Notice>}
          />
        </Section>
        <Section title="People">
          {skill.people.length === 0 ? (
            <p className="text-soft">Nobody has finished a task here yet. The first one will.</p>
          ) : null}
          <ul className="grid grid-cols-1 gap-1">
            {skill.people.map((each) => (
              <li key={each.account.accountId} className="flex min-h-11 items-center gap-3">
                <PersonLink account={each.account} size={30} />
                <span className="ml-auto text-sm text-soft">{each.done} done</span>
                <LevelMark level={each.level} size={34} />
                <span className="figures w-16 text-sm">Level {each.level}</span>
              </li>
            ))}
          </ul>
        </Section>
        <Section title="Bots" aside={<RegisterBot skill={skill} />}>
          {skill.bots.length === 0 ? (
            <p className="text-soft">No bot serves this skill yet. Anyone with a computer can run one.</p>
          ) : null}
          <ul className="grid grid-cols-1 gap-2">
            {skill.bots.map((bot) => (
              <li key={bot.accountId}>
                <PersonLink account={bot} size={30} />
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  );
}

function Path({ skill }: { skill: SkillDetail }) {
  return (
    <>
      {skill.path.map((each) => (
        <span key={each.skillId}>
          <Link href={`/skills/${each.skillId}`} className="link">
            #{each.symbol}
          </Link>
          {each.skillId === skill.skillId ? null : " / "}
        </span>
      ))}
      {skill.children.length > 0 ? (
        <>
          {" "}
          · below it:{" "}
          {skill.children.map((each, index) => (
            <span key={each.skillId}>
              {index > 0 ? ", " : ""}
              <Link href={`/skills/${each.skillId}`} className="link">
                #{each.symbol}
              </Link>
            </span>
          ))}
        </>
      ) : null}
    </>
  );
}
