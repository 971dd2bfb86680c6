import type { TaskDetail } from "@peercommons/sdk/schemas";
import { Markdown } from "@/components/ui/Markdown";
import { Notice } from "@/components/ui/Notice";
import { Section } from "@/components/ui/Page";

const missing = {
  public: "",
  sealed: "The poster sealed this task. Whoever claims it receives the text.",
  missing: "The text has not arrived at this indexer yet. It may come later; what is on the chain is safe.",
  invalid: "What is stored under this task's content id is not a task's text, so it is not shown.",
} as const;

/** What is asked for, and by what it will be judged. */
export function TaskBody({ task }: { task: TaskDetail }) {
  if (task.body === null) return <Notice tone="warn">{missing[task.bodyState]}</Notice>;
  const { text, deliver } = task.body;
  return (
    <>
      <Section title="What is asked for">
        {text.trim() === "" ? <p className="text-soft">The title says it all.</p> : <Markdown text={text} />}
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
