import { levelsAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Lets an organisation's tasks use the member's issuing budget; 0 stops it. It counts once the organisation names the member
 * too, with `nameBacker`.
 * @example
 * backOrganisation({ deployment, memberId: 7, organisationId: 20 })
 */
export function backOrganisation(parameters: {
  deployment: Deployment;
  memberId: AccountId;
  organisationId: AccountId;
}) {
  const { deployment, memberId, organisationId } = parameters;
  return makeCall(deployment, {
    contract: "Levels",
    abi: levelsAbi,
    functionName: "backOrganisation",
    args: [memberId, organisationId],
    summary:
      organisationId === 0
        ? "Stop lending your trust to an organisation."
        : `Let organisation ${organisationId} use your issuing budget.`,
  });
}
