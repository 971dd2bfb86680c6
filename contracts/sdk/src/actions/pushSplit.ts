import { splitterAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Shares out all that has arrived for the bot. Anyone.
 * @example
 * pushSplit({ deployment, botId: 12 })
 */
export function pushSplit(parameters: { deployment: Deployment; botId: AccountId }) {
  const { deployment, botId } = parameters;
  return makeCall(deployment, {
    contract: "Splitter",
    abi: splitterAbi,
    functionName: "push",
    args: [botId],
    summary: `Share out what bot ${botId} earned.`,
  });
}
