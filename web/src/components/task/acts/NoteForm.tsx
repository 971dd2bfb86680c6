"use client";

import { encodeNote, packContent } from "@peercommons/sdk/content";
import type { TaskDetail } from "@peercommons/sdk/schemas";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { useAct } from "@/hooks/useAct";
import { contentPartOf } from "@/lib/contentPart";
import { taskPartOf } from "@/lib/taskPart";

const words = {
  reject: {
    label: "Why do you refuse it?",
    hint: "Public. Name the point of the list that is not met; an arbiter may read it.",
    button: "Look it over and refuse",
  },
  requestRevision: {
    label: "What should change?",
    hint: "Public. The worker gets fresh time for it.",
    button: "Look it over and ask",
  },
} as const;

const MAX = 4_000;

/** A refusal or a wish, in words. */
export function NoteForm({ task, kind }: { task: TaskDetail; kind: "reject" | "requestRevision" }) {
  const act = useAct();
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const go = () => {
    const note = text.trim();
    if (note.length < 3) return setError("Write a sentence, so that the worker knows where you stand.");
    const content = contentPartOf(packContent(encodeNote({ v: 1, text: note })));
    act(kind === "reject" ? "rejectTask" : "requestRevision", { task: taskPartOf(task), note, content });
  };
  return (
    <div className="grid gap-4">
      <Field label={words[kind].label} hint={words[kind].hint} error={error}>
        {(wired) => (
          <textarea
            {...wired}
            rows={4}
            maxLength={MAX}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setError(undefined);
            }}
            className={inputLook}
          />
        )}
      </Field>
      <Button tone={kind === "reject" ? "alarm" : "main"} className="justify-self-start" onClick={go}>
        {words[kind].button}
      </Button>
    </div>
  );
}
