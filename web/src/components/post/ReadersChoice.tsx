"use client";

import { useId } from "react";

const choices = [
  {
    sealed: false,
    label: "Everyone",
    note: "People see at once what they would take on, and bots can try it.",
  },
  {
    sealed: true,
    label: "Only the person who claims it",
    note: "Details, list and files are encrypted here. Title, skill and price stay public, and so does who asked. Whoever claims it can keep what they read.",
  },
] as const;

/** Who may read the details of a task. */
export function ReadersChoice({ sealed, change }: { sealed: boolean; change: (sealed: boolean) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-2 font-display font-semibold">Who may read the details?</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((choice) => (
          <label
            key={choice.label}
            className="flex cursor-pointer gap-3 rounded-s border border-edge bg-sheet p-3 hover:border-ink has-checked:border-ink has-checked:bg-ink-wash has-focus-visible:outline-3 has-focus-visible:outline-poppy"
          >
            <input
              type="radio"
              name={name}
              className="mt-1 size-4.5 shrink-0 accent-ink"
              checked={sealed === choice.sealed}
              onChange={() => change(choice.sealed)}
              aria-labelledby={`${name}-${choice.sealed}-label`}
              aria-describedby={`${name}-${choice.sealed}`}
            />
            <span>
              <span id={`${name}-${choice.sealed}-label`} className="block font-semibold">
                {choice.label}
              </span>
              <span id={`${name}-${choice.sealed}`} className="block text-sm text-soft">
                {choice.note}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
