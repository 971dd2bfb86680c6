import type { StandingView } from "@peercommons/sdk/schemas";
import Link from "next/link";
import { LevelMark } from "@/components/marks/LevelMark";
import { SkillMark } from "@/components/marks/SkillMark";
import { Notice } from "@/components/ui/Notice";
import { Time } from "@/components/ui/Time";
import { count } from "@/lib/format/time";

/** Levels with their evidence: done, late, how many different people paid. */
export function Standings({ standings }: { standings: StandingView[] }) {
  if (standings.length === 0)
    return <Notice>No levels yet: the first finished task brings the first points.</Notice>;
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {standings.map((standing) => (
        <li key={standing.skill.skillId} className="sheet grid grid-cols-[auto_1fr] gap-x-4 p-4">
          <LevelMark level={standing.level} size={68} />
          <div>
            <Link
              href={`/skills/${standing.skill.skillId}`}
              className="inline-flex items-center gap-2 font-display font-semibold hover:underline"
            >
              <SkillMark symbol={standing.skill.symbol} size={22} />#{standing.skill.symbol}
            </Link>
            <p className="font-bold font-display text-lg">
              Level {standing.level}
              {standing.badge > standing.level ? (
                <span className="font-normal text-sm text-soft"> (was {standing.badge})</span>
              ) : null}
            </p>
            <p className="text-sm text-soft">
              {(standing.points / 100).toLocaleString("en-GB", { maximumFractionDigits: 0 })} points ·{" "}
              {count(standing.done, "task")} done{standing.late > 0 ? `, ${standing.late} late` : ""} · paid
              by {count(standing.payers, "person", "people")}
              {standing.lastAt !== null ? (
                <>
                  {" "}
                  · <Time at={standing.lastAt} />
                </>
              ) : null}
            </p>
            {standing.blockedUntil !== null ? (
              <p className="text-alarm text-sm">
                May claim again <Time at={standing.blockedUntil} />.
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
