import type { Commons } from "@peercommons/sdk/schemas";
import { Money } from "@/components/ui/Money";

const sources = [
  { key: "bots", label: "Bots", look: "bg-poppy" },
  { key: "demurrage", label: "Money at rest", look: "bg-ink" },
  { key: "expired", label: "Income nobody took", look: "halftone bg-ink-wash border border-ink" },
  { key: "gifts", label: "Gifts", look: "bg-leaf" },
] as const;

/** What came in so far, by source, drawn to scale. */
export function IncomeBars({ income }: { income: Commons["income"] }) {
  const most = sources.reduce((top, { key }) => (BigInt(income[key]) > top ? BigInt(income[key]) : top), 1n);
  return (
    <ul className="grid content-start gap-3">
      {sources.map(({ key, label, look }) => {
        const amount = BigInt(income[key]);
        const width = Number((amount * 1_000n) / most) / 10;
        return (
          <li key={key}>
            <p className="flex justify-between gap-4 text-sm">
              <span>{label}</span>
              <Money amount={amount} className="font-semibold" />
            </p>
            <span aria-hidden className="mt-1 block h-4 bg-sunk">
              <span className={`block h-full ${look}`} style={{ width: `${width}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
