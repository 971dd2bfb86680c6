"use client";

import type { TaskDetail } from "@peercommons/sdk/schemas";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Section } from "@/components/ui/Page";
import { Time } from "@/components/ui/Time";
import { useMyId } from "@/hooks/useMe";
import { useSealedTask } from "@/hooks/useSealedTask";
import { awaitsDetails } from "@/lib/sealedTask";
import { Wanted } from "./TaskBody";

/** A sealed task's details: open for the poster and for the worker they were shared with, a sentence for everybody else. */
export function SealedBody({ task }: { task: TaskDetail }) {
  const { opened, open, opening, problem, may } = useSealedTask(task);
  const myId = useMyId();
  if (opened)
    return (
      <Wanted
        body={opened}
        note={
          myId === task.poster.accountId
            ? "Sealed: only you and whoever claims it can read this."
            : `Sealed: only ${task.poster.name} and you can read this.`
        }
      />
    );
  return (
    <Section title="What is asked for" note="The details are sealed. Title, skill and price are public.">
      {may ? (
        <div className="grid justify-items-start gap-3">
          <Button tone="ink" disabled={opening} onClick={open}>
            {opening ? "Opening" : "Open the details"}
          </Button>
          {problem ? (
            <Notice tone="bad" live>
              {problem}
            </Notice>
          ) : null}
        </div>
      ) : myId !== undefined && myId === task.worker?.accountId && awaitsDetails(task) ? (
        <Awaiting task={task} />
      ) : (
        <p className="max-w-prose">
          Whoever claims this task gets them from {task.poster.name}, sealed to their key. Nobody else can
          read them, nor can this site.
        </p>
      )}
    </Section>
  );
}

/** For the worker: what happens next, and until when giving it back costs nothing. */
function Awaiting({ task }: { task: TaskDetail }) {
  const freeUntil =
    task.dueAt === null ? null : task.changedAt + Math.floor((task.dueAt - task.changedAt) / 4);
  return (
    <Notice tone="ink" live title={`${task.poster.name} is asked to share them with you`}>
      They appear here by themselves, at the latest when {task.poster.name} next opens PeerCommons.
      {freeUntil === null ? null : (
        <>
          {" "}
          If they stay away, give the task back <Time at={freeUntil} />, which costs you nothing.
        </>
      )}
    </Notice>
  );
}
