"use client";

import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useShare } from "@/hooks/useShare";

/** The poster's one click that lets the worker read a sealed task. */
export function ShareDetails({ taskId, worker }: { taskId: string; worker: string }) {
  const { share, sharing, shared, problem } = useShare(taskId);
  if (shared) return <p className="font-semibold text-leaf">{worker} can read the details now.</p>;
  return (
    <div className="relative z-10 grid justify-items-start gap-2">
      <Button tone="main" disabled={sharing} onClick={() => share()}>
        {sharing ? "Sharing" : `Share the details with ${worker}`}
      </Button>
      {problem ? (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      ) : null}
    </div>
  );
}
