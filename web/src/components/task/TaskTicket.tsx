import type { TaskSummary } from "@peercommons/sdk/schemas";
import Link from "next/link";
import type { ReactNode } from "react";
import { BandMark } from "@/components/marks/BandMark";
import { SkillMark } from "@/components/marks/SkillMark";
import { Money } from "@/components/ui/Money";
import { Time } from "@/components/ui/Time";
import { effortName } from "@/lib/format/effort";
import { StateStamp } from "./StateStamp";

/** A task as a work ticket: what it is on the body, what it brings on the stub that tears off. */
export function TaskTicket({ task, note }: { task: TaskSummary; note?: ReactNode }) {
  return (
    <article className="group sheet relative grid grid-cols-[1fr_auto] transition-colors hover:border-ink focus-within:border-ink">
      <div className="grid min-w-0 content-start gap-1.5 p-4 sm:px-5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
          <SkillMark symbol={task.skill.symbol} size={24} />
          <span className="font-display font-semibold text-ink">#{task.skill.symbol}</span>
          <span className="min-w-0 truncate">from {task.poster.name}</span>
          {task.state === "Open" ? null : <StateStamp task={task} />}
        </p>
        <h3 className="text-lg leading-snug">
          <Link href={`/tasks/${task.taskId}`} className="after:absolute after:inset-0 group-hover:underline">
            {task.title ?? (task.flags.sealed ? "A sealed task" : "A task whose text has not arrived")}
          </Link>
        </h3>
        {note ? <div className="text-sm">{note}</div> : null}
      </div>
      <div className="tear grid w-28 content-center justify-items-end gap-1 border-l-2 p-3 text-right text-sm sm:w-36 sm:p-4">
        <Money amount={task.price} className="font-bold font-display text-lg leading-none sm:text-xl" />
        <span className="text-soft">for {effortName(task.effort)}</span>
        <BandMark band={task.band} width={40} />
        <span className="text-soft">
          {task.closedAt === null ? "by " : ""}
          <Time at={task.closedAt ?? task.deadlineAt} />
        </span>
      </div>
    </article>
  );
}
