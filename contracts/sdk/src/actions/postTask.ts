import type { Hex } from "viem";
import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import { formatPeer } from "../format.ts";
import type { AccountId, TaskTerms } from "../types.ts";

/**
 * Posts a task and locks its price. The body behind `contentId` goes to the content store first.
 * @example
 * postTask({ deployment, posterId: 7, terms: taskTerms({ skillId: 3, price: 5_000_000n, deadlineHour, effort: 1 }), contentId })
 */
export function postTask(parameters: {
  deployment: Deployment;
  posterId: AccountId;
  terms: TaskTerms;
  contentId: Hex;
}) {
  const { deployment, posterId, terms, contentId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "post",
    args: [posterId, terms, contentId],
    summary: `Post a task in skill ${terms.skillId} for ${formatPeer(terms.price, { unit: true })}, held until it is done or given back.`,
  });
}
