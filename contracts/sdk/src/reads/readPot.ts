import type { Client } from "viem";
import { readContract } from "viem/actions";
import { splitterAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { SkillId } from "../types.ts";

/**
 * PEER held for a skill's pot, in base units.
 * @example
 * await readPot(client, { deployment, skillId })
 */
export function readPot(
  client: Client,
  parameters: {
    deployment: Deployment;
    skillId: SkillId;
  },
): Promise<bigint> {
  const { deployment, skillId } = parameters;
  return readContract(client, {
    address: deployment.contracts.Splitter,
    abi: splitterAbi,
    functionName: "potOf",
    args: [skillId],
  });
}
