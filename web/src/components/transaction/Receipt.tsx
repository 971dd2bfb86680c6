import { PersonLink } from "@/components/account/PersonLink";
import { Money } from "@/components/ui/Money";
import type { Item } from "@/transactions/types";

/** Who gets what, line by line, as on a till receipt. */
export function Receipt({ items }: { items: Item[] }) {
  return (
    <dl className="tear grid gap-3 border-y-2 py-4">
      {items.map((item) => (
        <div key={item.label} className="grid gap-0.5 sm:grid-cols-[10rem_1fr] sm:gap-4">
          <dt className="text-sm text-soft">{item.label}</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            {item.account ? <PersonLink account={item.account} /> : null}
            {item.amount !== undefined ? (
              <Money amount={item.amount} className="font-bold font-display text-lg" />
            ) : null}
            {item.text ? <span className="whitespace-pre-line">{item.text}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
