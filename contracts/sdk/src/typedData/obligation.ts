import type { Hex } from "viem";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";
import { domainOf } from "./domain.ts";

/** An invoice as both sides sign it. `deadline` is the unix second until which it may be registered, `dueDay` a unix day. */
export type Obligation = {
  debtorId: AccountId;
  creditorId: AccountId;
  number: number;
  amount: bigint;
  dueDay: number;
  memo: Hex;
  deadline: bigint;
};

const types = {
  Obligation: [
    { name: "debtorId", type: "uint32" },
    { name: "creditorId", type: "uint32" },
    { name: "number", type: "uint32" },
    { name: "amount", type: "uint64" },
    { name: "dueDay", type: "uint16" },
    { name: "memo", type: "bytes32" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/**
 * What debtor and creditor sign, so that anyone may put the obligation on the books with `registerObligation`.
 * @example
 * obligationTypedData(deployment, { debtorId: 7, creditorId: 9, number: 1, amount: 2_500_000n, dueDay: 20_500, memo: zeroHash, deadline })
 */
export function obligationTypedData(deployment: Deployment, message: Obligation) {
  return { domain: domainOf(deployment, "Clearing"), types, primaryType: "Obligation", message } as const;
}
