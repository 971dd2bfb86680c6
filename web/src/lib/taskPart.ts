import type { TaskSummary } from "@peercommons/sdk/schemas";
import type { TaskPart } from "@/transactions/parts";

/** What a transaction keeps of the task it is about. */
export function taskPartOf(task: TaskSummary): TaskPart {
  const { taskId, price, changedAt, poster, worker } = task;
  return {
    taskId,
    price,
    changedAt,
    poster,
    worker,
    title: task.title ?? "a task whose text has not arrived",
  };
}
