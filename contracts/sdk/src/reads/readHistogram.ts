import type { Client } from "viem";
import { readContract } from "viem/actions";
import { levelsAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { SkillId } from "../types.ts";
import { decodeHistogram } from "../words.ts";

/**
 * Members per level of a skill.
 * @example
 * await readHistogram(client, { deployment, skillId })
 */
export async function readHistogram(
  client: Client,
  parameters: {
    deployment: Deployment;
    skillId: SkillId;
  },
): Promise<number[]> {
  const { deployment, skillId } = parameters;
  const word = await readContract(client, {
    address: deployment.contracts.Levels,
    abi: levelsAbi,
    functionName: "histogram",
    args: [skillId],
  });
  return decodeHistogram(word);
}
