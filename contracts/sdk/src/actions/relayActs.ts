import type { Hex } from "viem";
import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import { packTaskActs } from "../packTaskActs.ts";
import type { TaskAct } from "../taskAct.ts";

/**
 * Sends acts that others signed, each on its own: one that fails is skipped.
 * @example
 * relayActs({ deployment, acts: [{ act, signature }] })
 */
export function relayActs(parameters: {
  deployment: Deployment;
  acts: readonly { act: TaskAct; signature: Hex }[];
}) {
  const { deployment, acts } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "relay",
    args: [packTaskActs(acts)],
    summary: acts.length === 1 ? "Send a signed act." : `Send ${acts.length} signed acts.`,
  });
}
