"use client";

import { Button, ButtonLink } from "@/components/ui/Button";
import { useUi } from "@/lib/uiStore";

/** Two lines for whoever comes by, and the door. */
export function TownPromise() {
  const open = useUi((ui) => ui.openConnect);
  return (
    <section className="relative isolate grid items-center gap-8 overflow-hidden pt-10 pb-4 sm:pt-14 md:grid-cols-[1.5fr_1fr]">
      <div>
        <p className="font-display font-extrabold text-3xl tracking-tight sm:text-4xl">
          Do work that fits you.
          <br />
          <span className="text-ink">Own what the machines earn.</span>
        </p>
        <p className="mt-5 max-w-prose text-lg leading-relaxed">
          A town's worth of people give each other credit instead of borrowing it. Bots try each task first;
          what they earn comes back to everyone as income.
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          <Button tone="main" size="big" onClick={open}>
            Come in, it takes one click
          </Button>
          <ButtonLink href="/docs" size="big" tone="quiet">
            How it works
          </ButtonLink>
        </div>
      </div>
      <Picture />
    </section>
  );
}

/** Person, machine and commons, printed over each other. */
function Picture() {
  return (
    <svg aria-hidden viewBox="0 0 320 260" className="isolate mx-auto w-full max-w-sm">
      <circle cx="118" cy="92" r="78" className="fill-ink" />
      <rect x="128" y="44" width="150" height="150" rx="34" className="overprint fill-poppy" />
      <path d="M20 246a100 100 0 0 1 200 0z" className="overprint fill-poppy opacity-85" />
      <path d="M148 246a80 80 0 0 1 160 0z" className="overprint fill-ink opacity-85" />
      <circle cx="100" cy="84" r="8" className="fill-paper" />
      <circle cx="142" cy="84" r="8" className="fill-paper" />
      <path
        d="M92 116q28 26 58 0"
        className="stroke-paper"
        strokeWidth="7"
        fill="none"
        strokeLinecap="round"
      />
      <circle cx="212" cy="102" r="7" className="fill-paper" />
      <circle cx="248" cy="102" r="7" className="fill-paper" />
      <rect x="208" y="134" width="46" height="7" rx="3.500" className="fill-paper" />
    </svg>
  );
}
