"use client";

import type { Guide, SkillSummary } from "@peercommons/sdk/schemas";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { Section } from "@/components/ui/Page";
import { Skeleton } from "@/components/ui/Skeleton";
import type { PriceGuideQuery } from "@/hooks/usePriceGuide";
import { count, duration } from "@/lib/format/time";
import { BandScale } from "./BandScale";

/** What the price reaches: how many people fit, where it lies on the skill's scale, what similar tasks were paid. */
export function PriceGuide(props: {
  guide: PriceGuideQuery;
  skill: SkillSummary | undefined;
  botsFirst: boolean;
  hasPrice: boolean;
}) {
  const { guide, skill } = props;
  return (
    <Section title="What your price reaches">
      {!skill ? (
        <p className="text-sm text-soft">Choose a skill, and see here who fits which price.</p>
      ) : guide.data ? (
        <Reach guide={guide.data} skill={skill} botsFirst={props.botsFirst} hasPrice={props.hasPrice} />
      ) : guide.error ? (
        <Notice tone="warn">{guide.error.message}</Notice>
      ) : (
        <Skeleton className="h-52" />
      )}
    </Section>
  );
}

function Reach({
  guide,
  skill,
  botsFirst,
  hasPrice,
}: {
  guide: Guide;
  skill: SkillSummary;
  botsFirst: boolean;
  hasPrice: boolean;
}) {
  const levels =
    guide.lo === 0 && guide.hi === 15
      ? "any level"
      : guide.lo === guide.hi
        ? `level ${guide.lo}`
        : `levels ${guide.lo} to ${guide.hi}`;
  return (
    <div className="grid gap-4 text-sm">
      {hasPrice ? (
        <p aria-live="polite">
          <strong className="marked font-bold font-display text-lg">
            {count(guide.peopleMatching, "person matches", "people match")}
          </strong>
          <span className="mt-1 block text-soft">
            {levels} in #{skill.symbol}; {count(guide.peopleInSkill, "person has", "people have")} worked in
            it.
          </span>
        </p>
      ) : (
        <p className="text-soft">Type a price to see who fits.</p>
      )}
      <BandScale guide={guide} marked={hasPrice} />
      {guide.similar.median !== null ? (
        <p>
          Similar tasks were paid <Money amount={guide.similar.median} className="font-semibold" />
          {guide.similar.p25 !== null && guide.similar.p75 !== null ? (
            <>
              , half of them between <Money amount={guide.similar.p25} unit={false} /> and{" "}
              <Money amount={guide.similar.p75} unit={false} />
            </>
          ) : null}
          <span className="text-soft"> ({count(guide.similar.count, "task")}).</span>
        </p>
      ) : (
        <p className="text-soft">Nothing similar has been paid yet; you set the first price.</p>
      )}
      {botsFirst ? (
        <p>
          {guide.botsInSkill === 0
            ? "This skill has no bots yet, so people get it at once."
            : `${count(guide.botsInSkill, "bot tries", "bots try")} first, for ${duration(guide.botsFirst.windowSeconds)}.`}
        </p>
      ) : null}
      <p className="text-soft">
        If nobody who fits takes it, it is offered to more and more levels, and in the end to everyone.
      </p>
    </div>
  );
}
