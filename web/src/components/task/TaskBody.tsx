import type { TaskBody as Body } from "@peercommons/sdk/content";
import type { TaskDetail } from "@peercommons/sdk/schemas";
import { FileList } from "@/components/file/FileList";
import { Markdown } from "@/components/ui/Markdown";
import { Notice } from "@/components/ui/Notice";
import { Section } from "@/components/ui/Page";
import { SealedBody } from "./SealedBody";

const missing = {
  missing: "The text has not arrived at this indexer yet. It may come later; what is on the chain is safe.",
  invalid: "What is stored under this task's content id is not a task's text, so it is not shown.",
} as const;

/** What is asked for, and by what it will be judged. */
export function TaskBody({ task }: { task: TaskDetail }) {
  if (task.bodyState === "sealed") return <SealedBody task={task} />;
  if (task.bodyState !== "public") return <Notice tone="warn">{missing[task.bodyState]}</Notice>;
  return task.body ? <Wanted body={task.body} /> : null;
}

/** A body that may be read. */
export function Wanted({ body, note }: { body: Body; note?: string }) {
  const { text, deliver, files = [] } = body;
  return (
    <>
      <Section title="What is asked for" note={note}>
        {text.trim() === "" ? <p className="text-soft">The title says it all.</p> : <Markdown text={text} />}
        {files.length > 0 ? (
          <div className="mt-4">
            <FileList files={files} />
          </div>
        ) : null}
      </Section>
      {deliver.length > 0 ? (
        <Section title="It is done when">
          <ul className="grid max-w-prose gap-2">
            {deliver.map((point) => (
              <li key={point} className="flex gap-3">
                <span aria-hidden className="mt-1 size-4.5 shrink-0 border-2 border-ink" />
                {point}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
