import type { Address } from "viem";
import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Names who rules on new disputes. Governor.
 * @example
 * setArbiter({ deployment, arbiter })
 */
export function setArbiter(parameters: { deployment: Deployment; arbiter: Address }) {
  const { deployment, arbiter } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "setArbiter",
    args: [arbiter],
    summary: `Name ${arbiter} arbiter of new disputes.`,
  });
}
