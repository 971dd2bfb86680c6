import type { TaskSummary } from "@peercommons/sdk/schemas";
import { Stamp, type StampTone } from "@/components/ui/Stamp";
import { outcomeWords, stateWords } from "@/lib/sentences/task";

const tones: Record<TaskSummary["state"], StampTone> = {
  Open: "poppy",
  Claimed: "ink",
  Delivered: "ink",
  Submitted: "ink",
  Rejected: "alarm",
  Disputed: "alarm",
  Closed: "soft",
};

/** The state of a task as a stamp; a closed one says how it closed. */
export function StateStamp({
  task,
  tilted,
}: {
  task: Pick<TaskSummary, "state" | "outcome">;
  tilted?: boolean;
}) {
  if (task.state === "Closed" && task.outcome !== null) {
    const paid = task.outcome === "Accepted" || task.outcome === "AutoAccepted";
    return (
      <Stamp tone={paid ? "leaf" : "soft"} tilted={tilted}>
        {outcomeWords[task.outcome]}
      </Stamp>
    );
  }
  return (
    <Stamp tone={tones[task.state]} tilted={tilted}>
      {stateWords[task.state]}
    </Stamp>
  );
}
