"use client";

import type { Commons } from "@peercommons/sdk/schemas";
import { Money } from "@/components/ui/Money";
import { Section } from "@/components/ui/Page";
import { useZone } from "@/hooks/useZone";
import { dayOnly } from "@/lib/format/time";

/** Week by week, in and out. */
export function WeekTable({ weeks }: { weeks: Commons["weeks"] }) {
  const zone = useZone();
  if (weeks.length === 0) return null;
  return (
    <Section title="Week by week">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways has to be reachable by keyboard */}
      <section className="overflow-x-auto" aria-label="Income by week" tabIndex={0}>
        <table className="w-full min-w-xl text-right text-sm">
          <thead className="text-soft">
            <tr>
              <th scope="col" className="py-1 text-left font-normal">
                Week of
              </th>
              <th scope="col" className="py-1 font-normal">
                Bots
              </th>
              <th scope="col" className="py-1 font-normal">
                At rest
              </th>
              <th scope="col" className="py-1 font-normal">
                Not taken
              </th>
              <th scope="col" className="py-1 font-normal">
                Gifts
              </th>
              <th scope="col" className="py-1 font-normal">
                Shared out
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.epoch} className="border-rule border-t">
                <th scope="row" className="py-1.5 text-left font-semibold">
                  {dayOnly(week.startsAt, zone)}
                </th>
                <td>
                  <Money amount={week.bots} unit={false} />
                </td>
                <td>
                  <Money amount={week.demurrage} unit={false} />
                </td>
                <td>
                  <Money amount={week.expired} unit={false} />
                </td>
                <td>
                  <Money amount={week.gifts} unit={false} />
                </td>
                <td className="font-semibold">
                  <Money amount={week.sharedOut} unit={false} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}
