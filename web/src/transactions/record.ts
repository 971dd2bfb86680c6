import { forwardRequest, hash, taskAct } from "@peercommons/sdk/schemas";
import { z } from "zod";

/**
 * review: waiting for the person; preparing and signing: in the wallet; sent: with the relayer or the node;
 * confirmed: in a block; settled: shown by the indexer; failed: over, with a sentence.
 */
export const phases = ["review", "preparing", "signing", "sent", "confirmed", "settled", "failed"] as const;
export type Phase = (typeof phases)[number];

/** A transaction as it lies in this browser's storage. */
export const transactionRecord = z.object({
  id: z.string(),
  kind: z.string(),
  parameters: z.unknown(),
  title: z.string(),
  account: z.string(),
  deploymentId: hash,
  phase: z.enum(phases),
  attempt: z.int(),
  via: z.enum(["relayer", "wallet"]).optional(),
  request: forwardRequest.optional(),
  act: taskAct.optional(),
  signature: z.string().optional(),
  relayId: hash.optional(),
  tx: hash.optional(),
  block: z.int().optional(),
  error: z.object({ code: z.string(), sentence: z.string() }).optional(),
  createdAt: z.int(),
  changedAt: z.int(),
});

export type TransactionRecord = z.infer<typeof transactionRecord>;

export const isOver = (record: TransactionRecord): boolean =>
  record.phase === "settled" || record.phase === "failed";
export const isUnderWay = (record: TransactionRecord): boolean =>
  record.phase === "sent" || record.phase === "confirmed";
