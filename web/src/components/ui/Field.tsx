import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";

export const inputLook =
  "min-h-11 w-full rounded-s border border-edge bg-sheet px-3 py-2 text-text text-base placeholder:text-soft aria-invalid:border-2 aria-invalid:border-alarm";

type Wired = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean | undefined };

/** A labelled field: hint below the label, error below the input; the input gets its wiring. */
export function Field(props: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  className?: string;
  children: (wired: Wired) => ReactNode;
}) {
  const id = useId();
  const described = [props.hint ? `${id}-hint` : "", props.error ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={cn("grid content-start gap-1.5", props.className)}>
      <label htmlFor={id} className="font-display font-semibold">
        {props.label}
      </label>
      {props.hint ? (
        <p id={`${id}-hint`} className="-mt-1 text-sm text-soft">
          {props.hint}
        </p>
      ) : null}
      {props.children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": props.error ? true : undefined,
      })}
      {props.error ? (
        <p id={`${id}-error`} role="alert" className="font-semibold text-alarm text-sm">
          {props.error}
        </p>
      ) : null}
    </div>
  );
}
