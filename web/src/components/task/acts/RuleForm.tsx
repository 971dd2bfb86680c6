"use client";

import type { TaskDetail } from "@peercommons/sdk/schemas";
import { Button } from "@/components/ui/Button";
import { useAct } from "@/hooks/useAct";
import { taskPartOf } from "@/lib/taskPart";

const shares = [0, 25, 50, 75, 100] as const;

/** The arbiter's five answers. */
export function RuleForm({ task }: { task: TaskDetail }) {
  const act = useAct();
  return (
    <fieldset>
      <legend className="mb-2 font-display font-semibold">How much of the price is the worker's?</legend>
      <div className="flex flex-wrap gap-2">
        {shares.map((share) => (
          <Button key={share} onClick={() => act("ruleTask", { task: taskPartOf(task), share })}>
            {share} %
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
