import { type Hex, zeroHash } from "viem";
import { skillsAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId, SkillId } from "../types.ts";

/**
 * Creates a skill below another one, or below PEER with parentId 0.
 * @example
 * createSkill({ deployment, creatorId: 7, parentId: 1, name: "Logo design", symbol: "logo" })
 */
export function createSkill(parameters: {
  deployment: Deployment;
  creatorId: AccountId;
  parentId: SkillId;
  name: string;
  symbol: string;
  contentId?: Hex;
}) {
  const { deployment, creatorId, parentId, name, symbol, contentId = zeroHash } = parameters;
  return makeCall(deployment, {
    contract: "Skills",
    abi: skillsAbi,
    functionName: "createSkill",
    args: [creatorId, parentId, name, symbol, contentId],
    summary: `Create the skill #${symbol}, ${name}.`,
  });
}
