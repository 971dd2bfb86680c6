"use client";

import type { TaskDetail } from "@peercommons/sdk/schemas";
import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { useAct } from "@/hooks/useAct";
import { taskPartOf } from "@/lib/taskPart";

const ratings = [
  { value: 5, label: "5, just right" },
  { value: 4, label: "4, good" },
  { value: 3, label: "3, fair" },
  { value: 2, label: "2, weak" },
  { value: 1, label: "1, poor" },
  { value: 0, label: "No rating" },
] as const;

/** Accepting asks for one more thing: how good it was. */
export function AcceptForm({ task }: { task: TaskDetail }) {
  const act = useAct();
  const name = useId();
  const [rating, setRating] = useState(5);
  return (
    <div className="grid gap-4">
      <fieldset>
        <legend className="mb-2 font-display font-semibold">How was it?</legend>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {ratings.map(({ value, label }) => (
            <label
              key={value}
              className="flex min-h-11 cursor-pointer items-center rounded-s border border-edge px-3 has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-focus-visible:outline-3 has-focus-visible:outline-poppy"
            >
              <input
                type="radio"
                name={name}
                className="sr-only"
                checked={rating === value}
                onChange={() => setRating(value)}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <Button
        tone="main"
        className="justify-self-start"
        onClick={() => act("acceptTask", { task: taskPartOf(task), rating })}
      >
        Look it over and pay
      </Button>
    </div>
  );
}
