import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";

export const inputLook =
  "min-h-11 w-full rounded-s border border-edge bg-sheet px-3 py-2 text-text text-base placeholder:font-normal placeholder:text-soft aria-invalid:border-2 aria-invalid:border-alarm";

type Wired = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean | undefined };

/** Where fields stand beside each other: their labels, hints, inputs and errors keep to the same lines. */
export const fieldRow = "grid gap-x-6 gap-y-7 sm:grid-cols-2 sm:gap-y-1.5";

/**
 * A labelled field: hint below the label, error below the input; the input gets its wiring. `beside` another one in a `fieldRow`, each part
 * stands in a row of its own.
 */
export function Field(props: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  beside?: boolean;
  className?: string;
  children: (wired: Wired) => ReactNode;
}) {
  const id = useId();
  const described = [props.hint ? `${id}-hint` : "", props.error ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div
      className={cn(
        "grid content-start gap-1.5",
        props.beside && "sm:row-span-4 sm:grid-rows-subgrid",
        props.className,
      )}
    >
      <label htmlFor={id} className="font-display font-semibold">
        {props.label}
      </label>
      {props.hint ? (
        <p id={`${id}-hint`} className="row-start-2 -mt-1 text-sm text-soft">
          {props.hint}
        </p>
      ) : null}
      <div className="row-start-3 grid min-w-0 grid-cols-1 content-start gap-1.5">
        {props.children({
          id,
          "aria-describedby": described || undefined,
          "aria-invalid": props.error ? true : undefined,
        })}
      </div>
      {props.error ? (
        <p id={`${id}-error`} role="alert" className="row-start-4 font-semibold text-alarm text-sm">
          {props.error}
        </p>
      ) : null}
    </div>
  );
}
