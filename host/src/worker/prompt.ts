import type { TaskBodyDocument } from "@peercommons/sdk/schemas";

/** What a model is asked: the text of the task, or its title when the text is empty. */
export function promptOf(body: Pick<TaskBodyDocument, "title" | "text">): string {
  const text = body.text.trim();
  return text === "" ? body.title.trim() : text;
}
