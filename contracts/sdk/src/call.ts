import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  encodeFunctionData,
  type Hex,
} from "viem";
import type { ContractName } from "./contracts.ts";
import type { Deployment } from "./deployment.ts";

type Writes = "nonpayable" | "payable";

/**
 * A call as data: what viem's `writeContract` and `simulateContract` take, a relayed request is made from, and a prompt shows.
 * `summary` says in a sentence what will happen.
 */
export type Call<
  abi extends Abi = Abi,
  functionName extends string = string,
  args extends readonly unknown[] = readonly unknown[],
> = {
  contract: ContractName;
  address: Address;
  abi: abi;
  functionName: functionName;
  args: args;
  summary: string;
};

/** Builds a call; names and types of arguments are checked against the ABI. */
export function makeCall<
  const abi extends Abi,
  functionName extends ContractFunctionName<abi, Writes>,
  const args extends ContractFunctionArgs<abi, Writes, functionName>,
>(
  deployment: Deployment,
  call: { contract: ContractName; abi: abi; functionName: functionName; args: args; summary: string },
): Call<abi, functionName, args & readonly unknown[]> {
  return {
    contract: call.contract,
    address: deployment.contracts[call.contract],
    abi: call.abi,
    functionName: call.functionName,
    args: call.args as args & readonly unknown[],
    summary: call.summary,
  };
}

/**
 * A call's bytes, as a transaction carries them.
 * @example
 * const data = dataOf(claimIncome({ deployment, accountId: 7 }));
 */
export function dataOf(call: Pick<Call, "abi" | "functionName" | "args">): Hex {
  return encodeFunctionData({ abi: call.abi, functionName: call.functionName, args: call.args });
}
