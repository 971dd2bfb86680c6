import type { OperatorConsent } from "@peercommons/sdk";
import { Time } from "@/components/ui/Time";
import { shortHex } from "@/lib/format/hex";

/** What the host agreed to, in rows. */
export function BotConsent({ consent }: { consent: OperatorConsent }) {
  const rows = [
    [
      "Runs at",
      <span key="at" title={consent.operator} className="font-mono">
        {shortHex(consent.operator)}
      </span>,
    ],
    [
      "Model",
      <span key="model" title={consent.modelHash} className="font-mono">
        {shortHex(consent.modelHash)}
      </span>,
    ],
    ["For computing", `${consent.computeBps / 100} % of each price`],
    ["Good until", <Time key="until" at={consent.deadline} absolute />],
  ] as const;
  return (
    <dl className="grid gap-1 rounded-s bg-sunk px-4 py-3 text-sm" aria-label="What the host agreed to">
      {rows.map(([label, value]) => (
        <div key={label} className="flex justify-between gap-4">
          <dt className="text-soft">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
