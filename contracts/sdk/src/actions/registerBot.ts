import { type Address, type Hex, zeroHash } from "viem";
import { botsAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId, Bot } from "../types.ts";

/**
 * Registers a commons-owned bot with terms that never change. Its operator signs `operateTypedData` first.
 * @example
 * registerBot({ deployment, creatorId: 7, operator, terms, modelHash, name: "adder", deadline, operatorSignature })
 */
export function registerBot(parameters: {
  deployment: Deployment;
  creatorId: AccountId;
  operator: Address;
  terms: Bot;
  modelHash: Hex;
  sealingKey?: Hex;
  name: string;
  deadline: bigint;
  operatorSignature: Hex;
}) {
  const {
    deployment,
    creatorId,
    operator,
    terms,
    modelHash,
    sealingKey = zeroHash,
    name,
    deadline,
    operatorSignature,
  } = parameters;
  return makeCall(deployment, {
    contract: "Bots",
    abi: botsAbi,
    functionName: "registerBot",
    args: [creatorId, operator, terms, modelHash, sealingKey, name, deadline, operatorSignature],
    summary: `Register the bot ${name} for skill ${terms.skillId}.`,
  });
}
