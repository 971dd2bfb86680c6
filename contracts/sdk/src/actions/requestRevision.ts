import type { Hex } from "viem";
import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Asks for changes, at most twice a task, inside the review window. Poster.
 * @example
 * requestRevision({ deployment, taskId, noteId })
 */
export function requestRevision(parameters: { deployment: Deployment; taskId: TaskId; noteId: Hex }) {
  const { deployment, taskId, noteId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "requestRevision",
    args: [taskId, noteId],
    summary: "Ask the worker for changes.",
  });
}
