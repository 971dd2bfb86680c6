import type { TaskDetail } from "@peercommons/sdk/schemas";
import Link from "next/link";
import { PersonLink } from "@/components/account/PersonLink";
import { SkillMark } from "@/components/marks/SkillMark";
import { Time } from "@/components/ui/Time";
import { StateStamp } from "./StateStamp";

export function TaskHead({ task }: { task: TaskDetail }) {
  return (
    <header>
      <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Link
          href={`/skills/${task.skill.skillId}`}
          className="inline-flex items-center gap-2 font-display font-semibold text-ink hover:underline"
        >
          <SkillMark symbol={task.skill.symbol} size={28} />#{task.skill.symbol}
        </Link>
        <StateStamp task={task} tilted />
      </p>
      <h1 className="text-2xl sm:text-3xl">{task.title ?? "A task whose text cannot be shown"}</h1>
      <p className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
        <span className="inline-flex items-center gap-2">
          <span className="text-soft">From</span> <PersonLink account={task.poster} />
        </span>
        {task.worker ? (
          <span className="inline-flex items-center gap-2">
            <span className="text-soft">{task.state === "Closed" ? "Worked on by" : "In the hands of"}</span>{" "}
            <PersonLink account={task.worker} />
          </span>
        ) : null}
        <span className="text-soft">
          posted <Time at={task.postedAt} />
        </span>
      </p>
    </header>
  );
}
