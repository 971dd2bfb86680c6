import type { TimelineItem } from "@peercommons/sdk/schemas";
import { Copy } from "@/components/ui/Copy";
import { Money } from "@/components/ui/Money";
import { Time } from "@/components/ui/Time";
import { eventSentence } from "@/lib/sentences/task";

/** The life of a task, oldest first, each step with its transaction. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="grid gap-0">
      {items.map((item) => (
        <li
          key={`${item.tx}-${item.kind}-${item.at}`}
          className="relative grid gap-1 border-rule border-l-2 pb-5 pl-6 last:border-transparent last:pb-0"
        >
          <span
            aria-hidden
            className="absolute top-1.5 -left-[7px] size-3 rounded-full border-2 border-paper bg-ink"
          />
          <p>
            {eventSentence(item)}
            {item.price && item.kind !== "TaskClosed" ? (
              <>
                {" "}
                (<Money amount={item.price} />)
              </>
            ) : null}
          </p>
          {item.note ? (
            <blockquote className="max-w-prose whitespace-pre-line border-poppy border-l-4 bg-sheet px-3 py-2 text-sm">
              {item.note}
            </blockquote>
          ) : null}
          <p className="flex items-center gap-1 text-sm text-soft">
            <Time at={item.at} /> · block <span className="figures">{item.block}</span>{" "}
            <Copy text={item.tx} what="transaction hash" />
          </p>
        </li>
      ))}
    </ol>
  );
}
