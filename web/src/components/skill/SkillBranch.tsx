import type { SkillSummary } from "@peercommons/sdk/schemas";
import Link from "next/link";
import { SkillMark } from "@/components/marks/SkillMark";
import { Money } from "@/components/ui/Money";
import { cn } from "@/lib/cn";
import { count } from "@/lib/format/time";

/** A skill and what grows below it. */
export function SkillBranch({ skill, all }: { skill: SkillSummary; all: SkillSummary[] }) {
  const children = all.filter((each) => each.parentId === skill.skillId);
  const top = skill.depth <= 1;
  return (
    <li
      className={
        top
          ? "border-ink border-t-2 pt-3"
          : "relative before:absolute before:top-7 before:-left-5 before:w-4 before:border-edge before:border-t-2"
      }
    >
      <Link
        href={`/skills/${skill.skillId}`}
        className="group grid grid-cols-[auto_1fr] items-center gap-x-4 px-1 py-2.5 hover:bg-ink-wash sm:grid-cols-[auto_minmax(0,1fr)_auto]"
      >
        <SkillMark symbol={skill.symbol} size={top ? 44 : 34} />
        <span className="min-w-0">
          <span
            className={cn(
              "block font-bold font-display leading-tight group-hover:underline",
              top ? "text-xl" : "text-lg",
            )}
          >
            {skill.name}
          </span>
          <span className="text-sm text-soft">#{skill.symbol}</span>
        </span>
        <span className="col-span-2 flex flex-wrap gap-x-5 gap-y-1 pt-1 text-sm sm:col-span-1 sm:justify-end sm:text-right">
          <span>{count(skill.members, "member")}</span>
          <span className={skill.openTasks > 0 ? "font-semibold text-poppy-text" : "text-soft"}>
            {skill.openTasks} open
          </span>
          <span className="text-soft">{count(skill.botCount, "bot")}</span>
          {skill.medianPricePerHour ? (
            <span className="sm:w-36">
              <Money amount={skill.medianPricePerHour} /> an hour
            </span>
          ) : null}
        </span>
      </Link>
      {children.length > 0 ? (
        <ul className="ml-5 grid border-edge border-l-2 pl-5">
          {children.map((child) => (
            <SkillBranch key={child.skillId} skill={child} all={all} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
