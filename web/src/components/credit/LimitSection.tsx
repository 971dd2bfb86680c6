import type { Credit } from "@peercommons/sdk/schemas";
import { Money } from "@/components/ui/Money";
import { Section } from "@/components/ui/Page";
import { Time } from "@/components/ui/Time";
import { count } from "@/lib/format/time";
import { RefreshLimit } from "./RefreshLimit";

/** The limit, its parts, and what makes it grow. */
export function LimitSection({ credit }: { credit: Credit }) {
  const { parts, ramp } = credit;
  const rows = [
    { label: "Basic credit of a seat", amount: parts.basic },
    { label: "Vouched by others", amount: parts.vouched },
    { label: "Grown by work", amount: parts.growth },
    { label: "Frozen for people you sponsor", amount: `-${parts.frozen}` },
  ].filter((row) => row.amount !== "0" && row.amount !== "-0");
  const missing = ramp.payersNeeded - credit.payers;
  return (
    <Section title="Your limit, and why">
      <dl className="grid gap-1.5 text-sm">
        {rows.map((row) => (
          <div key={row.label} className="flex justify-between gap-4">
            <dt className="text-soft">{row.label}</dt>
            <dd className="font-semibold">
              <Money amount={row.amount === "-0" ? "0" : row.amount} />
            </dd>
          </div>
        ))}
        <div className="mt-1 flex justify-between gap-4 border-ink border-t pt-2">
          <dt className="font-semibold">Your limit, as last written</dt>
          <dd className="font-bold">
            <Money amount={credit.limit} />
          </dd>
        </div>
      </dl>
      <p className="mt-3 text-sm text-soft">
        {ramp.startedAt === null ? (
          missing > 0 ? (
            `It starts to grow, a little every day, once ${count(missing, "more member has", "more members have")} paid you for work.`
          ) : (
            "It starts to grow soon."
          )
        ) : (
          <>
            It grows a little every day
            {ramp.fullAt !== null ? (
              <>
                {" "}
                until it reaches <Money amount={ramp.maximum} />, <Time at={ramp.fullAt} />
              </>
            ) : null}
            .
          </>
        )}
      </p>
      {credit.limitIfRefreshed !== credit.limit ? (
        <div className="mt-3 grid justify-items-start gap-2 text-sm">
          <p>
            By the rules it would be <Money amount={credit.limitIfRefreshed} /> today. Anyone can bring it up
            to date.
          </p>
          <RefreshLimit credit={credit} />
        </div>
      ) : null}
      {credit.repayBy !== null ? (
        <p className="mt-3 text-sm">
          Back above zero by <Time at={credit.repayBy} absolute />, please; you have a year each time.
        </p>
      ) : null}
    </Section>
  );
}
