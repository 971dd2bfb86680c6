import type { TaskDetail } from "@peercommons/sdk/schemas";
import type { ReactNode } from "react";
import { BandMark } from "@/components/marks/BandMark";
import { Money } from "@/components/ui/Money";
import { Time } from "@/components/ui/Time";
import { effortName } from "@/lib/format/effort";
import { duration } from "@/lib/format/time";

/** The stub of the ticket: price, size, deadline, and where the money is. */
export function TaskStub({ task }: { task: TaskDetail }) {
  return (
    <div className="border-2 border-ink bg-sheet">
      <div className="flex items-end justify-between gap-4 p-5">
        <Money amount={task.price} className="font-extrabold font-display text-3xl leading-none" />
        <BandMark band={task.band} width={60} />
      </div>
      <dl className="tear grid gap-2.5 border-t-2 p-5 text-sm">
        <Line label="Size">{effortName(task.effort)}</Line>
        <Line label="Comes to">
          <Money amount={task.pricePerHour} /> an hour
        </Line>
        <Line label="Deadline">
          <Time at={task.deadlineAt} absolute />
        </Line>
        <Line label="A claim lasts">{duration(task.claimHours * 3_600)}</Line>
        <Line label="Review within">{duration(task.reviewHours * 3_600)}</Line>
        {task.state === "Closed" ? (
          <Closed task={task} />
        ) : (
          <Line label="Set aside">
            <Money amount={task.escrow} />
            {task.flags.onCredit ? <span className="block text-soft">partly on credit</span> : null}
          </Line>
        )}
        <Line label="Bots">{task.flags.humanOnly ? "not asked" : `${task.botTries} of 2 tries used`}</Line>
      </dl>
    </div>
  );
}

function Closed({ task }: { task: TaskDetail }) {
  return (
    <>
      {task.paid && task.paid !== "0" ? (
        <Line label="Paid out">
          <Money amount={task.paid} />
        </Line>
      ) : null}
      {task.refunded && task.refunded !== "0" ? (
        <Line label="Back to the poster">
          <Money amount={task.refunded} />
        </Line>
      ) : null}
      {task.charged && task.charged !== "0" ? (
        <Line label="Demurrage to the commons">
          <Money amount={task.charged} />
        </Line>
      ) : null}
      {task.rating ? <Line label="Rating">{task.rating} of 5</Line> : null}
    </>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-soft">{label}</dt>
      <dd className="text-right font-semibold">{children}</dd>
    </div>
  );
}
