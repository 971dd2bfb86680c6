import type { TaskSummary } from "@peercommons/sdk/schemas";
import { Lock } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { BandMark } from "@/components/marks/BandMark";
import { SkillMark } from "@/components/marks/SkillMark";
import { Money } from "@/components/ui/Money";
import { Time } from "@/components/ui/Time";
import { effortName } from "@/lib/format/effort";
import { StateStamp } from "./StateStamp";

/** A task as a work ticket: what it is on the body, what it brings on the stub that tears off. */
export function TaskTicket({
  task,
  note,
  heading: Heading = "h3",
}: {
  task: TaskSummary;
  note?: ReactNode;
  heading?: "h2" | "h3";
}) {
  return (
    <article className="group sheet relative grid sm:grid-cols-[1fr_auto] transition-colors hover:border-ink focus-within:border-ink">
      <div className="grid min-w-0 content-start gap-1.5 p-4 sm:px-5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
          <SkillMark symbol={task.skill.symbol} size={28} />
          <span className="font-display font-semibold text-ink">#{task.skill.symbol}</span>
          <span className="min-w-0 truncate">from {task.poster.name}</span>
          {task.flags.sealed ? (
            <span className="inline-flex items-center gap-1">
              <Lock size={14} aria-hidden /> sealed
            </span>
          ) : null}
          {task.state === "Open" ? null : <StateStamp task={task} />}
        </p>
        <Heading className="text-lg leading-snug">
          <Link href={`/tasks/${task.taskId}`} className="after:absolute after:inset-0 group-hover:underline">
            {task.title ?? "A task whose text has not arrived"}
          </Link>
        </Heading>
        {note ? <div className="text-sm">{note}</div> : null}
      </div>
      <div className="tear flex flex-wrap items-center gap-x-4 gap-y-1 border-t-2 px-4 py-2.5 text-sm sm:grid sm:w-36 sm:content-center sm:justify-items-end sm:border-t-0 sm:border-l-2 sm:p-4 sm:text-right">
        <Money amount={task.price} className="font-bold text-lg leading-none sm:text-xl" />
        <span className="text-soft">for {effortName(task.effort)}</span>
        <span className="hidden sm:block">
          <BandMark band={task.band} width={40} />
        </span>
        <span className="ml-auto text-soft sm:ml-0">
          {task.closedAt === null ? "by " : ""}
          <Time at={task.closedAt ?? task.deadlineAt} day />
        </span>
      </div>
    </article>
  );
}
