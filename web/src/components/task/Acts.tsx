"use client";

import type { TaskDetail } from "@peercommons/sdk/schemas";
import { useState } from "react";
import { useConnection } from "wagmi";
import { Button } from "@/components/ui/Button";
import { Time } from "@/components/ui/Time";
import { useMe } from "@/hooks/useMe";
import { useNow } from "@/hooks/useNow";
import { useTaskActs } from "@/hooks/useTaskActs";
import { useViewer } from "@/hooks/useViewer";
import { type Act, type ActKind, actsFor } from "@/lib/acts";
import { awaitsDetails } from "@/lib/sealedTask";
import { standsSentence } from "@/lib/sentences/task";
import { AcceptForm } from "./acts/AcceptForm";
import { NoteForm } from "./acts/NoteForm";
import { RaiseForm } from "./acts/RaiseForm";
import { RuleForm } from "./acts/RuleForm";
import { SettleForm } from "./acts/SettleForm";
import { SettleOffer } from "./acts/SettleOffer";
import { SubmitForm } from "./acts/SubmitForm";
import { actWords } from "./actWords";
import { ShareDetails } from "./ShareDetails";

/** Where the task stands, and what the person looking at it can do about it. */
export function Acts({ task }: { task: TaskDetail }) {
  const now = useNow();
  const viewer = useViewer(task.skill.skillId);
  const me = useMe();
  // Who looks is not known yet, and neither is what they may do.
  const { status } = useConnection();
  const returning = status === "reconnecting" || status === "connecting";
  const looking = returning || (me.status === "looking" && me.problem === null);
  const [form, setForm] = useState<ActKind | null>(null);
  const direct = useTaskActs(task);
  const acts = actsFor(task, viewer, now);
  const shown = form ?? (acts.some((act) => act.kind === "submit") ? "submit" : null);
  const press = (act: Act) =>
    direct(act.kind) ? setForm(null) : setForm(shown === act.kind ? null : act.kind);
  const blocked = acts.filter((act) => act.blocked !== undefined);
  const notes = acts.flatMap((act) => (act.anyone ? (actWords[act.kind].note ?? []) : []));
  return (
    <section aria-label="Where it stands" className="halftone border-2 border-ink bg-ink-wash p-5">
      <p className="font-display font-semibold text-lg leading-snug">{standsSentence(task, now)}.</p>
      {notes.map((note) => (
        <p key={note} className="mt-2 text-sm">
          {note}
        </p>
      ))}
      {awaitsDetails(task) && viewer?.accountId === task.poster.accountId ? (
        <div className="mt-3">
          <p className="mb-2 text-sm">{task.worker?.name} cannot read the details before you share them.</p>
          <ShareDetails taskId={task.taskId} worker={task.worker?.name ?? "the worker"} />
        </div>
      ) : null}
      <SettleOffer task={task} viewer={viewer} />
      {acts.length > 0 ? (
        <div className="mt-4 flex flex-wrap gap-2">
          {acts.map((act) => (
            <Button
              key={act.kind}
              tone={act.main ? "main" : act.kind === "reject" || act.kind === "cancel" ? "alarm" : "plain"}
              className={act.main ? undefined : "bg-sheet"}
              disabled={looking || act.blocked !== undefined}
              aria-expanded={shown === act.kind ? true : undefined}
              onClick={() => press(act)}
            >
              {actWords[act.kind].label}
            </Button>
          ))}
        </div>
      ) : null}
      {blocked.map((act) => (
        <p key={act.kind} className="mt-2 text-sm">
          {actWords[act.kind].label}: {act.blocked}{" "}
          {act.from ? (
            <>
              Yours <Time at={act.from} />.
            </>
          ) : null}
        </p>
      ))}
      {shown === null ? null : (
        <div className="mt-5 border-ink border-t-2 bg-sheet p-4">{formOf(shown, task)}</div>
      )}
    </section>
  );
}

function formOf(kind: ActKind, task: TaskDetail) {
  switch (kind) {
    case "accept":
      return <AcceptForm task={task} />;
    case "reject":
    case "requestRevision":
      return <NoteForm key={kind} task={task} kind={kind} />;
    case "raise":
      return <RaiseForm task={task} />;
    case "rule":
      return <RuleForm task={task} />;
    case "settle":
      return <SettleForm task={task} />;
    case "submit":
      return <SubmitForm task={task} />;
    default:
      return null;
  }
}
