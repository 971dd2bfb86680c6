"use client";

import { Switch } from "@base-ui/react/switch";
import { useId } from "react";
import { Field, fieldRow, inputLook } from "@/components/ui/Field";
import { dayAndTime } from "@/lib/format/time";
import { botsMayTry, deadlineOf } from "@/lib/forms/postTask";
import type { FieldsProps } from "./PostFields";

const days = [1, 2, 3, 7, 14, 30, 60];
const reviews = [
  { hours: 24, label: "a day" },
  { hours: 72, label: "three days" },
  { hours: 168, label: "a week" },
  { hours: 336, label: "two weeks" },
];

/** When it ends, and who tries first. */
export function PostTerms({ draft, change, errors, now }: FieldsProps) {
  const switchId = useId();
  const hour = Math.floor(now / 3_600);
  const deadline = deadlineOf(draft, now);
  const preset = days.find((each) => deadline === hour + each * 24);
  return (
    <>
      <div className={fieldRow}>
        <div data-field="deadlineHour" className="contents">
          <Field
            beside
            label="Deadline"
            hint={`Then an unclaimed price comes back: ${dayAndTime(deadline * 3_600)}.`}
            error={errors.deadlineHour}
          >
            {(wired) => (
              <select
                {...wired}
                className={inputLook}
                value={preset ?? "kept"}
                onChange={(event) =>
                  change({ ...draft, deadlineHour: hour + Number(event.target.value) * 24 })
                }
              >
                {preset === undefined ? <option value="kept">As chosen before</option> : null}
                {days.map((each) => (
                  <option key={each} value={each}>
                    {each === 1
                      ? "In a day"
                      : each === 7
                        ? "In a week"
                        : each === 14
                          ? "In two weeks"
                          : `In ${each} days`}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Field
          beside
          label="You look at it within"
          hint="If you stay silent longer, a person's work counts as accepted."
        >
          {(wired) => (
            <select
              {...wired}
              className={inputLook}
              value={draft.reviewHours}
              onChange={(event) => change({ ...draft, reviewHours: Number(event.target.value) })}
            >
              {reviews.map(({ hours, label }) => (
                <option key={hours} value={hours}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="flex items-start gap-4">
        <Switch.Root
          checked={botsMayTry(draft)}
          disabled={draft.sealed}
          onCheckedChange={(botsFirst) => change({ ...draft, botsFirst })}
          aria-labelledby={switchId}
          aria-describedby={`${switchId}-hint`}
          className="relative mt-0.5 inline-flex h-8 w-14 shrink-0 items-center rounded-full border-2 border-ink bg-sheet px-1 transition-colors data-checked:bg-ink data-disabled:opacity-55"
        >
          <Switch.Thumb className="size-5 rounded-full bg-ink transition-transform data-checked:translate-x-6 data-checked:bg-poppy" />
        </Switch.Root>
        <div>
          <p id={switchId} className="font-display font-semibold">
            Let bots try first
          </p>
          <p id={`${switchId}-hint`} className="text-sm text-soft">
            {draft.sealed
              ? "Bots run on anybody's computer, so they do not read sealed details: people get it at once."
              : "Takes minutes and is paid only if you accept; most of it comes back to everyone. If no bot does it, people get it."}
          </p>
        </div>
      </div>
    </>
  );
}
