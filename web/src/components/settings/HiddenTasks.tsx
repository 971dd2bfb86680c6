"use client";

import { Button } from "@/components/ui/Button";
import { Section } from "@/components/ui/Page";
import { usePasses } from "@/hooks/usePasses";
import { count } from "@/lib/format/time";

/** Tasks that were hidden from the feed. */
export function HiddenTasks() {
  const { passed, showAll } = usePasses();
  if (passed.size === 0) return null;
  return (
    <Section title="Hidden tasks">
      <div className="flex flex-wrap items-center gap-4">
        <p>{count(passed.size, "task is", "tasks are")} hidden from your feed.</p>
        <Button onClick={showAll}>Show them again</Button>
      </div>
    </Section>
  );
}
