import { type Address, type Hex, zeroHash } from "viem";
import { botsAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId, Bot } from "../types.ts";

/**
 * Registers a commons-owned bot with terms that never change.
 * @example
 * registerBot({ deployment, creatorId: 7, operator, terms, modelHash, name: "adder" })
 */
export function registerBot(parameters: {
  deployment: Deployment;
  creatorId: AccountId;
  operator: Address;
  terms: Bot;
  modelHash: Hex;
  sealingKey?: Hex;
  name: string;
}) {
  const { deployment, creatorId, operator, terms, modelHash, sealingKey = zeroHash, name } = parameters;
  return makeCall(deployment, {
    contract: "Bots",
    abi: botsAbi,
    functionName: "registerBot",
    args: [creatorId, operator, terms, modelHash, sealingKey, name],
    summary: `Register the bot ${name} for skill ${terms.skillId}.`,
  });
}
