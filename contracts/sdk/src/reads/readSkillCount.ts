import type { Client } from "viem";
import { readContract } from "viem/actions";
import { skillsAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";

/**
 * How many skills there are; ids count up from 1.
 * @example
 * await readSkillCount(client, { deployment })
 */
export function readSkillCount(
  client: Client,
  parameters: {
    deployment: Deployment;
  },
): Promise<number> {
  const { deployment } = parameters;
  return readContract(client, {
    address: deployment.contracts.Skills,
    abi: skillsAbi,
    functionName: "skillCount",
    args: [],
  });
}
