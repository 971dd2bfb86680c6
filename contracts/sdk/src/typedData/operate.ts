import type { Hex } from "viem";
import type { Deployment } from "../deployment.ts";
import type { AccountId, SkillId } from "../types.ts";
import { domainOf } from "./domain.ts";

const types = {
  Operate: [
    { name: "creatorId", type: "uint32" },
    { name: "skillId", type: "uint24" },
    { name: "computeBps", type: "uint16" },
    { name: "modelHash", type: "bytes32" },
    { name: "sealingKey", type: "bytes32" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/**
 * What a bot's operator signs to consent to run it, before `registerBot`. `deadline` is a unix second.
 * @example
 * operateTypedData(deployment, { creatorId: 7, skillId: 3, computeBps: 1_000, modelHash, sealingKey, deadline })
 */
export function operateTypedData(
  deployment: Deployment,
  message: {
    creatorId: AccountId;
    skillId: SkillId;
    computeBps: number;
    modelHash: Hex;
    sealingKey: Hex;
    deadline: bigint;
  },
) {
  return { domain: domainOf(deployment, "Bots"), types, primaryType: "Operate", message } as const;
}
