"use client";

import type { FeedItem } from "@peercommons/sdk/schemas";
import { EyeOff } from "lucide-react";
import { TaskTicket } from "@/components/task/TaskTicket";
import { useNow } from "@/hooks/useNow";
import { whySentence } from "@/lib/sentences/why";

/** A task with the reason it is here. */
export function FeedCard({ item, onHide }: { item: FeedItem; onHide?: (taskId: string) => void }) {
  const now = useNow();
  const { task, why } = item;
  return (
    <div className="relative">
      <TaskTicket
        heading="h2"
        task={task}
        note={
          <p className="leading-relaxed sm:pr-9">
            <span className={why.kind === "soon" ? "text-soft" : "marked"}>
              {whySentence(why, task, now)}
            </span>
          </p>
        }
      />
      {onHide ? (
        <button
          type="button"
          aria-label={`Do not show again: ${task.title ?? "this task"}`}
          title="Do not show again"
          onClick={() => onHide(task.taskId)}
          className="absolute top-1.5 right-1.5 inline-flex size-10 items-center justify-center rounded-s text-soft hover:bg-ink-wash hover:text-ink sm:top-auto sm:right-36 sm:bottom-1.5"
        >
          <EyeOff size={16} aria-hidden />
        </button>
      ) : null}
    </div>
  );
}
