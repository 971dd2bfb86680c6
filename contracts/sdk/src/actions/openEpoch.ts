import { basicIncomeAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Opens the present epoch of basic income if nobody has. Anyone.
 * @example
 * openEpoch({ deployment })
 */
export function openEpoch(parameters: { deployment: Deployment }) {
  const { deployment } = parameters;
  return makeCall(deployment, {
    contract: "BasicIncome",
    abi: basicIncomeAbi,
    functionName: "openEpoch",
    args: [],
    summary: "Open this week's basic income.",
  });
}
