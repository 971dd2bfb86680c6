import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** The frame of every page: one heading, a line below it, and what to do at the right. */
export function Page(props: {
  title: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
}) {
  return (
    <div className={cn("mx-auto w-full px-4 pt-8 pb-16 sm:px-6", props.narrow ? "max-w-3xl" : "max-w-6xl")}>
      <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="max-w-3xl">
          <h1 className="text-2xl sm:text-3xl">{props.title}</h1>
          {props.lead ? <p className="mt-2 max-w-prose text-soft text-base">{props.lead}</p> : null}
        </div>
        {props.aside ? <div className="flex flex-wrap gap-2">{props.aside}</div> : null}
      </header>
      {props.children}
    </div>
  );
}

/** A section with a heavy rule above its heading, as in a printed report. */
export function Section(props: {
  title: ReactNode;
  note?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
  className?: string;
}) {
  return (
    <section id={props.id} className={cn("border-ink border-t-2 pt-3", props.className)}>
      <header className="mb-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 className="text-lg sm:text-xl">{props.title}</h2>
          {props.aside}
        </div>
        {props.note ? <p className="mt-0.5 max-w-prose text-sm text-soft">{props.note}</p> : null}
      </header>
      {props.children}
    </section>
  );
}
