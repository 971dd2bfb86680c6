import { type Hex, hashTypedData } from "viem";
import type { TaskAct } from "../taskAct.ts";
import { domainOf } from "./domain.ts";

const taskId = { name: "taskId", type: "uint64" } as const;
const workerId = { name: "workerId", type: "uint32" } as const;
const price = { name: "price", type: "uint64" } as const;
const deliverableId = { name: "deliverableId", type: "bytes32" } as const;
const since = { name: "since", type: "uint32" } as const;
const until = { name: "until", type: "uint32" } as const;

/** The structs of `TaskMarket.relay`, one a kind of act. */
const types = {
  Post: [
    taskId,
    { name: "skillId", type: "uint24" },
    price,
    { name: "deadlineHour", type: "uint24" },
    { name: "effort", type: "uint8" },
    { name: "claimHours", type: "uint8" },
    { name: "reviewHours", type: "uint16" },
    { name: "flags", type: "uint8" },
    { name: "quotedBand", type: "uint8" },
    { name: "contentId", type: "bytes32" },
    until,
  ],
  Claim: [taskId, { name: "memberId", type: "uint32" }, price, since, until],
  Submit: [taskId, workerId, deliverableId, since, until],
  Accept: [taskId, workerId, price, { name: "rating", type: "uint8" }, since, until],
  Deliver: [taskId, { name: "botId", type: "uint32" }, deliverableId, since, until],
} as const;

/** What of a deployment a signature is for. */
type Market = Parameters<typeof domainOf<"TaskMarket">>[0];

/** An act's typed data. */
export type TaskActTypedData = {
  domain: ReturnType<typeof domainOf<"TaskMarket">>;
  types: Record<string, readonly { name: string; type: string }[]>;
  primaryType: TaskAct["kind"];
  message: Record<string, bigint | number | string>;
};

/**
 * What an actor signs so that anyone may send the act with `TaskMarket.relay`. A wallet shows every field of it.
 * @example
 * const signature = await account.signTypedData(taskActTypedData(deployment, { kind: "Claim", ...claim }));
 */
export function taskActTypedData(deployment: Market, act: TaskAct): TaskActTypedData {
  const { kind, ...message } = act;
  return {
    domain: domainOf(deployment, "TaskMarket"),
    types: { [kind]: types[kind] },
    primaryType: kind,
    message,
  };
}

/**
 * An act's EIP-712 hash: its id at every relayer, so a resend is the same act.
 * @example
 * const id = taskActIdOf(deployment, act);
 */
export function taskActIdOf(deployment: Market, act: TaskAct): Hex {
  return hashTypedData(taskActTypedData(deployment, act));
}
