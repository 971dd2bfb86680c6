import type { Credit } from "@peercommons/sdk/schemas";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { CreditScale } from "./CreditScale";
import { RefreshLimit } from "./RefreshLimit";

/** The sentence first: what I can spend, what others can spend with me. */
export function CreditHead({ credit }: { credit: Credit }) {
  const balance = BigInt(credit.balance);
  return (
    <section className="grid gap-6">
      <p className="max-w-4xl font-bold font-display text-2xl leading-tight sm:text-3xl">
        You can spend{" "}
        <span className="text-ink">
          <Money amount={credit.available} />
        </span>
        {balance < 0n ? (
          <>
            , and you have taken <Money amount={-balance} /> more than you gave.
          </>
        ) : (
          <>
            . Others can spend{" "}
            <span className="text-ink">
              <Money amount={credit.othersCanSpend} />
            </span>{" "}
            with you.
          </>
        )}
      </p>
      <CreditScale credit={credit} />
      {balance < 0n ? (
        <p className="max-w-prose text-soft">
          That is credit the others give you, no interest on it. Work you do next brings it back; others can
          spend <Money amount={credit.othersCanSpend} /> with you.
        </p>
      ) : null}
      {credit.warnings.length > 0 ? (
        <div className="grid gap-2">
          {credit.warnings.map((warning) => (
            <Notice
              key={warning.code}
              tone={warning.code === "overdue" || warning.code === "frozen" ? "bad" : "warn"}
              action={warning.code === "refresh" ? <RefreshLimit credit={credit} /> : undefined}
            >
              {warning.sentence}
            </Notice>
          ))}
        </div>
      ) : null}
    </section>
  );
}
