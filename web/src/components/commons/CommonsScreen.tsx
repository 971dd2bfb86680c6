"use client";

import type { Commons } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { SkillMark } from "@/components/marks/SkillMark";
import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { Page, Section } from "@/components/ui/Page";
import { QueryStates } from "@/components/ui/QueryStates";
import { Time } from "@/components/ui/Time";
import { useAct } from "@/hooks/useAct";
import { useNow } from "@/hooks/useNow";
import { useTown } from "@/hooks/useTown";
import { count } from "@/lib/format/time";
import { Bots } from "./Bots";
import { IncomeBars } from "./IncomeBars";
import { WeekTable } from "./WeekTable";

const WEEK = 604_800;

/** What belongs to everyone: where it comes from, where it goes. */
export function CommonsScreen() {
  const { queries } = useTown();
  const query = useQuery(queries.commons());
  return (
    <Page
      title="The commons"
      lead="Money at rest shrinks a little, and bots pay most of what they earn. Both flow here, and from here back to every member in equal shares."
    >
      <QueryStates query={query}>{(commons) => <Content commons={commons} />}</QueryStates>
    </Page>
  );
}

function Content({ commons }: { commons: Commons }) {
  const act = useAct();
  const epoch = Math.floor(useNow() / WEEK);
  const opened = commons.epochs[0]?.epoch === epoch;
  return (
    <div className="grid grid-cols-1 gap-10">
      <section className="grid grid-cols-1 gap-8 md:grid-cols-[1fr_1.4fr]">
        <div>
          <p className="font-extrabold font-display text-3xl leading-none sm:text-4xl">
            <Money amount={commons.balance} />
          </p>
          <p className="mt-3 text-soft">
            in the commons now. <Money amount={commons.sharedOut} /> have been set aside for members so far,
            and <Money amount={commons.claimed} /> taken.
          </p>
          {opened ? null : (
            <div className="mt-4 grid grid-cols-1 justify-items-start gap-2 text-sm">
              <p>
                This week's income is not open yet. Anyone may open it: a quarter of the free commons is then
                set aside in equal shares.
              </p>
              <Button tone="ink" onClick={() => act("openEpoch", { epoch })}>
                Open this week's income
              </Button>
            </div>
          )}
        </div>
        <IncomeBars income={commons.income} />
      </section>
      <Bots contributions={commons.bots} />
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-2">
        <Section title="Shares out" note="One share for every seat, each week.">
          {commons.epochs.length === 0 ? <p className="text-soft">No week has been opened yet.</p> : null}
          <ul className="divide-y divide-rule">
            {commons.epochs.slice(0, 12).map((each) => (
              <li key={each.epoch} className="flex flex-wrap justify-between gap-x-4 py-2">
                <span>
                  <Time at={each.openedAt} absolute />
                </span>
                <span>
                  <Money amount={each.share} className="font-semibold" /> each for {count(each.seats, "seat")}
                </span>
              </li>
            ))}
          </ul>
        </Section>
        <Section
          title="Pots"
          note="A skill's part of what its bots earn, kept for the people who have levels in it."
        >
          {commons.pots.length === 0 ? <p className="text-soft">Nothing yet.</p> : null}
          <ul className="divide-y divide-rule">
            {commons.pots.map(({ skill, amount }) => (
              <li key={skill.skillId} className="flex items-center gap-3 py-2">
                <SkillMark symbol={skill.symbol} size={26} />#{skill.symbol}
                <Money amount={amount} className="ml-auto font-semibold" />
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <WeekTable weeks={commons.weeks} />
    </div>
  );
}
