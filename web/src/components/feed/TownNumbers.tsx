"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { SkillMark } from "@/components/marks/SkillMark";
import { Money } from "@/components/ui/Money";
import { Skeleton } from "@/components/ui/Skeleton";
import { useTown } from "@/hooks/useTown";
import { count } from "@/lib/format/time";

/** The margin of the front page: the town in a few lines, and where the demand is. */
export function TownNumbers() {
  const { queries } = useTown();
  const stats = useQuery(queries.stats());
  const skills = useQuery(queries.skills());
  const wanted = [...(skills.data?.items ?? [])].sort((a, b) => b.openTasks - a.openTasks).slice(0, 5);
  return (
    <aside className="grid content-start gap-8 text-sm">
      <section className="border-ink border-t-2 pt-3">
        <h2 className="mb-2 text-lg">The town today</h2>
        {stats.data ? (
          <ul className="grid gap-1.5">
            <li>
              {count(stats.data.members, "member")}, {count(stats.data.bots, "bot")}
            </li>
            <li>
              {count(stats.data.tasksOpen, "task")} open, {stats.data.tasksInWork} in work
            </li>
            <li>
              {stats.data.tasksDone} done, {stats.data.tasksDoneByBots} of them by bots
            </li>
            <li>
              <Money amount={stats.data.volumeWeek} /> paid this week
            </li>
            <li>
              <Link href="/commons" className="link">
                Commons
              </Link>
              : <Money amount={stats.data.commons} />
            </li>
          </ul>
        ) : (
          <Skeleton className="h-36" />
        )}
      </section>
      <section className="border-ink border-t-2 pt-3">
        <h2 className="mb-2 text-lg">Wanted most</h2>
        <ul className="grid gap-1">
          {wanted.map((skill) => (
            <li key={skill.skillId}>
              <Link
                href={`/skills/${skill.skillId}`}
                className="flex min-h-10 items-center gap-2 hover:underline"
              >
                <SkillMark symbol={skill.symbol} size={24} />
                <span className="font-semibold">#{skill.symbol}</span>
                <span className="ml-auto text-soft">{skill.openTasks} open</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
