import type { SkillDetail } from "@peercommons/sdk/schemas";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/Money";

/** A skill in four numbers. */
export function SkillFacts({ skill }: { skill: SkillDetail }) {
  return (
    <dl className="grid grid-cols-2 overflow-hidden border-2 border-ink bg-sheet md:grid-cols-4">
      <Fact label="Usual price">
        {skill.medianPricePerHour ? (
          <>
            <Money amount={skill.medianPricePerHour} /> <span className="text-base">an hour</span>
          </>
        ) : (
          "none yet"
        )}
      </Fact>
      <Fact label="Open now">{skill.openTasks}</Fact>
      <Fact label="Done, and by bots">
        {skill.doneTasks}
        {skill.doneTasks === 0 ? null : (
          <span className="text-base"> ({Math.round(skill.botsShare * 100)} % by bots)</span>
        )}
      </Fact>
      <Fact label="In the pot of its people">
        <Money amount={skill.pot} />
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="tear -mt-0.5 -ml-0.5 border-t-2 border-l-2 px-4 py-3">
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="font-bold font-display text-xl">{children}</dd>
    </div>
  );
}
