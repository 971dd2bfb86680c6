"use client";

import type { TaskDetail } from "@peercommons/sdk/schemas";
import type { AttachedFile } from "@peercommons/sdk/sealing";
import { useState } from "react";
import { FilePicker } from "@/components/file/FilePicker";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { useAct } from "@/hooks/useAct";
import { useLocalDraft } from "@/hooks/useLocalDraft";
import { sealDeliverable } from "@/lib/forms/deliverable";
import { taskPartOf } from "@/lib/taskPart";
import { failureOf } from "@/transactions/failure";

/** Handing in: text and files, sealed in the browser for the poster alone. What was typed is kept on this device. */
export function SubmitForm({ task }: { task: TaskDetail }) {
  const act = useAct();
  const [text, setText] = useLocalDraft(`work.${task.taskId}`);
  const [files, setFiles] = useState<AttachedFile[]>([]);
  const [error, setError] = useState<string>();
  if (task.posterSealingKey === null) {
    return (
      <Notice tone="warn">
        The poster has set no sealing key yet, so nothing can be handed in safely. Ask {task.poster.name} to
        set one in their settings.
      </Notice>
    );
  }
  const key = task.posterSealingKey;
  const go = () => {
    try {
      if (text.trim() === "" && files.length === 0)
        return setError("There is nothing to hand in yet: write something or add a file.");
      const content = sealDeliverable({ text, files, taskId: task.taskId, recipientPublicKey: key });
      act("submitTask", { task: taskPartOf(task), reviewHours: task.reviewHours, content });
    } catch (problem) {
      setError(failureOf(problem).sentence);
    }
  };
  return (
    <div className="grid gap-4">
      <Field
        label="Your work"
        hint="Markdown. It is encrypted here, for the poster alone; a draft stays on this device."
        error={error}
      >
        {(wired) => (
          <textarea
            {...wired}
            rows={10}
            value={text}
            maxLength={100_000}
            onChange={(event) => {
              setText(event.target.value);
              setError(undefined);
            }}
            className={`${inputLook} font-mono text-sm`}
          />
        )}
      </Field>
      <FilePicker files={files} change={setFiles} />
      <Button tone="main" className="justify-self-start" onClick={go}>
        Look it over and hand in
      </Button>
    </div>
  );
}
