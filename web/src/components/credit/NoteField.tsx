"use client";

import { useId } from "react";
import { Field, inputLook } from "@/components/ui/Field";

/** A note being written; `open`: everyone may read it. */
export type NoteDraft = { words: string; open: boolean };

/** What a payment is for, in words: sealed to its two ends unless the payer publishes it. */
export function NoteField(p: {
  note: NoteDraft;
  name: string;
  error: string | undefined;
  change: (note: NoteDraft) => void;
}) {
  const id = useId();
  const { note } = p;
  return (
    <div className="grid gap-2">
      <Field
        label="A note with it"
        hint={
          note.open ? "Everyone will be able to read it." : `If you like. Only ${p.name} and you can read it.`
        }
        error={p.error}
      >
        {(wired) => (
          <textarea
            {...wired}
            rows={2}
            value={note.words}
            onChange={(event) => p.change({ ...note, words: event.target.value })}
            className={inputLook}
          />
        )}
      </Field>
      {note.words.trim() === "" ? null : (
        <label htmlFor={id} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            id={id}
            type="checkbox"
            checked={note.open}
            onChange={(event) => p.change({ ...note, open: event.target.checked })}
            className="size-4.5 accent-ink"
          />
          Let everyone read the note
        </label>
      )}
    </div>
  );
}
