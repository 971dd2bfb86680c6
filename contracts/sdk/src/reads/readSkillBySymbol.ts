import type { Client } from "viem";
import { readContract } from "viem/actions";
import { skillsAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { SkillId } from "../types.ts";

/**
 * The skill of a symbol; 0 when there is none.
 * @example
 * await readSkillBySymbol(client, { deployment, symbol })
 */
export function readSkillBySymbol(
  client: Client,
  parameters: {
    deployment: Deployment;
    symbol: string;
  },
): Promise<SkillId> {
  const { deployment, symbol } = parameters;
  return readContract(client, {
    address: deployment.contracts.Skills,
    abi: skillsAbi,
    functionName: "skillBySymbol",
    args: [symbol],
  });
}
