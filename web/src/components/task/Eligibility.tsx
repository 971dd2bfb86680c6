"use client";

import type { TaskDetail } from "@peercommons/sdk/schemas";
import { LevelMark } from "@/components/marks/LevelMark";
import { Section } from "@/components/ui/Page";
import { Time } from "@/components/ui/Time";
import { useNow } from "@/hooks/useNow";
import { useViewer } from "@/hooks/useViewer";
import { cn } from "@/lib/cn";

type Group = { from: number; to: number; at: number };

/** Levels that may claim from the same instant, put together. */
function grouped(task: TaskDetail): Group[] {
  const groups: Group[] = [];
  for (const { level, eligibleAt } of task.eligibility) {
    const last = groups.at(-1);
    if (last && last.at === eligibleAt) last.to = level;
    else groups.push({ from: level, to: level, at: eligibleAt });
  }
  return groups.sort((a, b) => a.at - b.at);
}

const rangeWords = (from: number, to: number): string =>
  from === 0 && to === 15 ? "Everyone" : from === to ? `Level ${from}` : `Levels ${from} to ${to}`;

/** Who may claim, and when. */
export function Eligibility({ task }: { task: TaskDetail }) {
  const now = useNow();
  const viewer = useViewer(task.skill.skillId);
  return (
    <Section
      title="Who may claim it"
      note={
        task.lo === 0 && task.hi === 15
          ? `#${task.skill.symbol} has few members yet, so every level fits.`
          : `Its price fits ${task.lo === task.hi ? `level ${task.lo}` : `levels ${task.lo} to ${task.hi}`} in #${task.skill.symbol}. If nobody there takes it, it widens until it is open to all.`
      }
    >
      <ul className="grid gap-1">
        {grouped(task).map((group) => {
          const open = group.at <= now;
          const mine =
            viewer !== null &&
            viewer.accountId !== task.poster.accountId &&
            viewer.level >= group.from &&
            viewer.level <= group.to;
          return (
            <li
              key={`${group.from}-${group.at}`}
              className={cn("flex min-h-11 items-center gap-3 px-2 text-sm", mine && "bg-poppy-wash")}
            >
              <LevelMark level={group.to} size={30} />
              <span className="font-semibold">{rangeWords(group.from, group.to)}</span>
              {mine ? <span>you</span> : null}
              <span className={cn("ml-auto", open ? "text-leaf" : "text-soft")}>
                {open ? "may claim" : <Time at={group.at} />}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
