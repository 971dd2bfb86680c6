import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { gateAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * What an account brought in of a token and may take out again: `net`, in PEER's units, and how much of it this week.
 * @example
 * const { net, redeemable } = await readGateReceipt(client, { deployment, accountId: 7, token })
 */
export async function readGateReceipt(
  client: Client,
  parameters: { deployment: Deployment; accountId: AccountId; token: Address },
): Promise<{ net: bigint; redeemable: bigint }> {
  const { deployment, accountId, token } = parameters;
  const gate = { address: deployment.contracts.Gate, abi: gateAbi } as const;
  const args = [accountId, token] as const;
  const [{ net }, redeemable] = await Promise.all([
    readContract(client, { ...gate, functionName: "receiptOf", args }),
    readContract(client, { ...gate, functionName: "redeemable", args }),
  ]);
  return { net, redeemable };
}
