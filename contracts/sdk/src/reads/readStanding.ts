import type { Client } from "viem";
import { readContract } from "viem/actions";
import { levelsAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId, SkillId, Standing } from "../types.ts";

/**
 * What a member has earned in a skill.
 * @example
 * await readStanding(client, { deployment, memberId, skillId })
 */
export async function readStanding(
  client: Client,
  parameters: {
    deployment: Deployment;
    memberId: AccountId;
    skillId: SkillId;
  },
): Promise<Standing> {
  const { deployment, memberId, skillId } = parameters;
  const value = await readContract(client, {
    address: deployment.contracts.Levels,
    abi: levelsAbi,
    functionName: "standingOf",
    args: [memberId, skillId],
  });
  return { ...value, points: BigInt(value.points) };
}
