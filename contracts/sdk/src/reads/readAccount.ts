import type { Client } from "viem";
import { readContract } from "viem/actions";
import { membersAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import { type Account, type AccountId, accountKinds } from "../types.ts";

/**
 * An account by id.
 * @example
 * await readAccount(client, { deployment, accountId })
 */
export async function readAccount(
  client: Client,
  parameters: {
    deployment: Deployment;
    accountId: AccountId;
  },
): Promise<Account> {
  const { deployment, accountId } = parameters;
  const account = await readContract(client, {
    address: deployment.contracts.Members,
    abi: membersAbi,
    functionName: "accountOf",
    args: [accountId],
  });
  return { ...account, kind: accountKinds[account.kind] ?? "None" };
}
