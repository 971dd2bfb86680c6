import { onePeer } from "@peercommons/sdk";
import { Field } from "@/components/ui/Field";
import { Money } from "@/components/ui/Money";
import { type BotDraft, type BotErrors, commonsBounds, potBounds, splitOf } from "@/lib/forms/bot";

const example = 10n * onePeer;

/** Who gets what of the bot's pay, chosen once, with an example. */
export function BotShares(p: {
  draft: BotDraft;
  change: (part: Partial<BotDraft>) => void;
  computeBps: number;
  errors: BotErrors;
}) {
  const { draft, change, computeBps, errors } = p;
  const parts = splitOf(example, {
    computeBps,
    commonsBps: draft.commons * 100,
    potBps: draft.pot * 100,
  });
  return (
    <>
      <Field
        label={`Shared: ${draft.commons} %`}
        hint={`What everybody gets of its pay, after computing. The other ${100 - draft.commons} % are yours.`}
        error={errors.commons}
      >
        {(wired) => (
          <input
            {...wired}
            {...commonsBounds}
            type="range"
            step={1}
            value={draft.commons}
            aria-valuetext={`${draft.commons} percent`}
            onChange={(event) => change({ commons: Number(event.target.value) })}
            className="h-11 w-full accent-ink"
          />
        )}
      </Field>
      <Field
        label={`Of that to the skill's pot: ${draft.pot} %`}
        hint="The pot is for the people of this skill; the rest goes to the commons of all."
        error={errors.pot}
      >
        {(wired) => (
          <input
            {...wired}
            {...potBounds}
            type="range"
            step={1}
            value={draft.pot}
            aria-valuetext={`${draft.pot} percent`}
            onChange={(event) => change({ pot: Number(event.target.value) })}
            className="h-11 w-full accent-ink"
          />
        )}
      </Field>
      <p className="figures text-sm">
        Of a task for <Money amount={example} />: <Money amount={parts.compute} /> for computing,{" "}
        <Money amount={parts.creator} /> to you, <Money amount={parts.commons} /> to the commons,{" "}
        <Money amount={parts.pot} /> to the pot.
      </p>
    </>
  );
}
