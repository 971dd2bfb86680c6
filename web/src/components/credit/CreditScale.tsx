import type { Credit } from "@peercommons/sdk/schemas";
import { Money } from "@/components/ui/Money";

const scale = 1_000n;

/** Where the balance stands between the limit below zero and what is there above it. Drawn to scale. */
export function CreditScale({ credit }: { credit: Credit }) {
  const balance = BigInt(credit.balance);
  const limit = BigInt(credit.limit);
  const above = balance > 0n ? balance : 0n;
  const owed = balance < 0n ? -balance : 0n;
  const below = owed > limit ? owed : limit;
  const span = below + above > 0n ? below + above : 1n;
  const part = (amount: bigint): number => Number((amount * scale) / span) / Number(scale);
  return (
    <div className="max-w-3xl">
      <div
        role="img"
        aria-label="Your balance between your limit and what you have"
        className="flex h-9 border-2 border-ink bg-sheet"
      >
        <span style={{ width: `${part(below - owed) * 100}%` }} className="halftone block bg-ink-wash" />
        <span style={{ width: `${part(owed) * 100}%` }} className="block bg-poppy" />
        <span aria-hidden className="block w-1 shrink-0 bg-ink" />
        <span style={{ width: `${part(above) * 100}%` }} className="block bg-ink" />
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <li className="flex items-center gap-2">
          <span aria-hidden className="halftone size-3.5 border border-ink bg-ink-wash" />
          Credit still free <Money amount={below - owed} />
        </li>
        {owed > 0n ? (
          <li className="flex items-center gap-2">
            <span aria-hidden className="size-3.5 bg-poppy" />
            Taken <Money amount={owed} />
          </li>
        ) : null}
        {above > 0n ? (
          <li className="flex items-center gap-2">
            <span aria-hidden className="size-3.5 bg-ink" />
            Your own <Money amount={above} />
          </li>
        ) : null}
      </ul>
    </div>
  );
}
