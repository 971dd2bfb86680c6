import { levelsAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Names the member whose issuing budget an organisation's tasks use; 0 stops it. It counts once the member says so too, with
 * `backOrganisation`.
 * @example
 * nameBacker({ deployment, organisationId: 20, memberId: 7 })
 */
export function nameBacker(parameters: {
  deployment: Deployment;
  organisationId: AccountId;
  memberId: AccountId;
}) {
  const { deployment, organisationId, memberId } = parameters;
  return makeCall(deployment, {
    contract: "Levels",
    abi: levelsAbi,
    functionName: "nameBacker",
    args: [organisationId, memberId],
    summary:
      memberId === 0
        ? "Stop using a member's issuing budget."
        : `Let account ${memberId} stand behind organisation ${organisationId}.`,
  });
}
