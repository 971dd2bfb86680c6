"use client";

import { Plus, X } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/Button";
import { inputLook } from "@/components/ui/Field";

const MAX = 10;

/** By what the work will be judged, point by point. */
export function Checklist({
  points,
  change,
  error,
}: {
  points: string[];
  change: (points: string[]) => void;
  error?: string;
}) {
  const id = useId();
  const shown = points.length === 0 ? [""] : points;
  return (
    <fieldset className="grid gap-2" aria-describedby={`${id}-hint`} data-field="deliver">
      <legend className="font-display font-semibold">It is done when</legend>
      <p id={`${id}-hint`} className="-mt-1 text-sm text-soft">
        Up to ten points that can be checked. An arbiter would go by this list.
      </p>
      {shown.map((point, index) => (
        // The points have no names of their own, and their order is what tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className="flex items-center gap-2">
          <span aria-hidden className="size-4.5 shrink-0 border-2 border-edge" />
          <input
            aria-label={`Point ${index + 1}`}
            value={point}
            maxLength={400}
            onChange={(event) => change(shown.map((each, at) => (at === index ? event.target.value : each)))}
            className={inputLook}
          />
          <button
            type="button"
            aria-label={`Remove point ${index + 1}`}
            disabled={points.length === 0}
            onClick={() => change(shown.filter((_, at) => at !== index))}
            className="inline-flex size-11 shrink-0 items-center justify-center rounded-s text-soft hover:bg-ink-wash disabled:opacity-40"
          >
            <X size={18} aria-hidden />
          </button>
        </div>
      ))}
      {error ? (
        <p role="alert" className="font-semibold text-alarm text-sm">
          {error}
        </p>
      ) : null}
      {shown.length < MAX ? (
        <Button
          tone="quiet"
          size="small"
          className="justify-self-start"
          onClick={() => change([...shown, ""])}
        >
          <Plus size={16} aria-hidden /> Another point
        </Button>
      ) : null}
    </fieldset>
  );
}
