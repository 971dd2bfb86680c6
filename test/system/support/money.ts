import { type Deployment, readCommons, readLedgerAccount } from "@peercommons/sdk";
import { ledgerAbi } from "@peercommons/sdk/abi";
import { type Address, createPublicClient, http, type PublicClient, parseEventLogs } from "viem";

/** Every account that ever moved PEER, with its stored balance, read from the chain and not from the indexer. */
export async function everyBalance(rpc: string, deployment: Deployment): Promise<Map<Address, bigint>> {
  const client: PublicClient = createPublicClient({ transport: http(rpc) });
  const ledger = deployment.contracts.Ledger;
  const logs = await client.getLogs({ address: ledger, fromBlock: 0n, toBlock: "latest" });
  const accounts = new Set<Address>();
  for (const { args } of parseEventLogs({ abi: ledgerAbi, eventName: "Transfer", logs })) {
    accounts.add(args.from);
    accounts.add(args.to);
  }
  accounts.add(await readCommons(client, { deployment }));
  const balances = new Map<Address, bigint>();
  for (const account of accounts) {
    const { balance } = await readLedgerAccount(client, { deployment, address: account });
    balances.set(account, balance);
  }
  return balances;
}

export function sum(balances: Map<Address, bigint>): bigint {
  return [...balances.values()].reduce((total, balance) => total + balance, 0n);
}

/** What changed for each account, zero changes left out. */
export function changes(before: Map<Address, bigint>, after: Map<Address, bigint>): Map<Address, bigint> {
  const result = new Map<Address, bigint>();
  for (const account of new Set([...before.keys(), ...after.keys()])) {
    const change = (after.get(account) ?? 0n) - (before.get(account) ?? 0n);
    if (change !== 0n) result.set(account, change);
  }
  return result;
}
