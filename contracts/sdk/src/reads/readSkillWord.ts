import type { Client } from "viem";
import { readContract } from "viem/actions";
import { levelsAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { SkillId, SkillWord } from "../types.ts";
import { decodeSkillWord } from "../words.ts";

/**
 * A skill's octiles and level ranges.
 * @example
 * await readSkillWord(client, { deployment, skillId })
 */
export async function readSkillWord(
  client: Client,
  parameters: {
    deployment: Deployment;
    skillId: SkillId;
  },
): Promise<SkillWord> {
  const { deployment, skillId } = parameters;
  const word = await readContract(client, {
    address: deployment.contracts.Levels,
    abi: levelsAbi,
    functionName: "skillWord",
    args: [skillId],
  });
  return decodeSkillWord(word);
}
