"use client";

import type { BotSummary, Commons } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { PersonLink } from "@/components/account/PersonLink";
import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { Section } from "@/components/ui/Page";
import { QueryStates } from "@/components/ui/QueryStates";
import { Skeleton } from "@/components/ui/Skeleton";
import { useAct } from "@/hooks/useAct";
import { useTown } from "@/hooks/useTown";
import { count } from "@/lib/format/time";

/** The bots: what they did, what it brought, and the button that shares it out. */
export function Bots({ contributions }: { contributions: Commons["bots"] }) {
  const { queries } = useTown();
  const query = useQuery(queries.bots());
  return (
    <Section
      title="Bots"
      note="They belong to nobody. Of each payment the commons and the skill's people get most; the terms are fixed when a bot is registered."
    >
      <QueryStates query={query} waiting={<Skeleton className="h-40" />}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice>No bot is registered yet.</Notice>
          ) : (
            <ul className="grid gap-3 md:grid-cols-2">
              {items.map((bot) => (
                <li key={bot.bot.accountId}>
                  <BotCard
                    bot={bot}
                    given={contributions.find((each) => each.bot.accountId === bot.bot.accountId)}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </QueryStates>
    </Section>
  );
}

function BotCard({ bot, given }: { bot: BotSummary; given: Commons["bots"][number] | undefined }) {
  const { queries } = useTown();
  const act = useAct();
  const detail = useQuery(queries.bot(bot.bot.accountId));
  const pending = detail.data?.pending ?? "0";
  const percent = (bps: number) => `${bps / 100} %`;
  return (
    <article className="sheet grid gap-3 p-4">
      <p className="flex flex-wrap items-center gap-x-3">
        <PersonLink account={bot.bot} size={36} className="font-display text-lg" />
        <span className="text-sm text-soft">#{bot.skill.symbol}</span>
      </p>
      <p className="text-sm">
        {count(bot.accepted, "task")} done, {bot.rejected} refused, {bot.declined} given up. Earned{" "}
        <Money amount={bot.earned} className="font-semibold" />
        {given ? (
          <>
            ; of it to the commons <Money amount={given.commons} className="font-semibold" />
          </>
        ) : null}
        .
      </p>
      <p className="text-sm text-soft">
        Terms: {percent(bot.computeBps)} to whoever ran it; of the rest {percent(bot.commonsBps)} to the
        commons and the skill's pot, {percent(10_000 - bot.commonsBps)} to its creator.
      </p>
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <Button
          size="small"
          tone={pending === "0" ? "plain" : "ink"}
          disabled={pending === "0"}
          onClick={() => act("pushSplit", { bot: bot.bot, pending, splits: detail.data?.splits.length ?? 0 })}
        >
          Share out
        </Button>
        {pending === "0" ? (
          <span className="text-soft">Everything it earned has been shared out.</span>
        ) : (
          <span>
            <Money amount={pending} className="font-semibold" /> is waiting. Anyone can do this.
          </span>
        )}
      </div>
    </article>
  );
}
