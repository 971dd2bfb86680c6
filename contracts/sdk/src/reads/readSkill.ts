import type { Client } from "viem";
import { readContract } from "viem/actions";
import { skillsAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { Skill, SkillId } from "../types.ts";

/**
 * A skill in the tree.
 * @example
 * await readSkill(client, { deployment, skillId })
 */
export async function readSkill(
  client: Client,
  parameters: {
    deployment: Deployment;
    skillId: SkillId;
  },
): Promise<Skill> {
  const { deployment, skillId } = parameters;
  const value = await readContract(client, {
    address: deployment.contracts.Skills,
    abi: skillsAbi,
    functionName: "skillOf",
    args: [skillId],
  });
  return { ...value };
}
