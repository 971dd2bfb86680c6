import { z } from "zod";
import {
  accountId,
  accountRef,
  address,
  amount,
  hash,
  orNull,
  signedAmount,
  taskId,
  time,
} from "./common.ts";

/** GET /v1/accounts/:accountId/credit. */
export const credit = z
  .object({
    accountId,
    balance: signedAmount.meta({ description: "after the demurrage due now" }),
    stored: signedAmount.meta({ description: "as last written" }),
    demurrageDue: amount,
    limit: amount,
    available: amount.meta({ description: "what a payment may use now" }),
    used: amount.meta({ description: "drawn part of the limit" }),
    parts: z.object({ basic: amount, vouched: amount, growth: amount, frozen: amount }),
    limitIfRefreshed: amount.meta({ description: "what `refresh` would write now" }),
    payers: z.int().meta({ description: "different members that have paid it" }),
    ramp: z.object({
      startedAt: time.nullable(),
      fullAt: time.nullable(),
      payersNeeded: z.int(),
      maximum: amount,
    }),
    nextRampDay: time.nullable().meta({ description: "when the ramp next adds to the limit" }),
    negativeSince: time.nullable(),
    repayBy: time.nullable(),
    frozen: z.boolean(),
    warnings: z.array(
      z.object({
        code: z.enum(["refresh", "nearLimit", "overdueSoon", "overdue", "frozen", "seatEnding", "noSeat"]),
        sentence: z.string(),
      }),
    ),
    othersCanSpend: amount.meta({ description: "what all other accounts together could pay this one now" }),
    at: time,
  })
  .meta({ id: "Credit" });

export const statementKind = z.enum([
  "pay",
  "escrow",
  "wage",
  "refund",
  "demurrage",
  "income",
  "botIncome",
  "compute",
  "creatorShare",
  "commonsShare",
  "potShare",
  "epoch",
  "expired",
  "rotation",
  "invoice",
  "broughtIn",
  "takenOut",
  "other",
]);

/** One move of the account's balance. Lines sum exactly to `balance`. */
export const statementLine = z
  .object({
    at: time,
    kind: statementKind,
    amount: signedAmount,
    balance: signedAmount.meta({ description: "after this line" }),
    counterparty: orNull(accountRef),
    counterpartyAddress: address,
    taskId: taskId.nullable(),
    memo: hash.nullable(),
    block: z.int(),
    tx: hash,
  })
  .meta({ id: "StatementLine" });

/** GET /v1/accounts/:accountId/income. */
export const income = z
  .object({
    accountId,
    entered: z.boolean(),
    claimable: amount,
    expiring: amount.meta({ description: "the part that returns to the commons with the next epoch" }),
    nextEpochAt: time,
    epochs: z.array(
      z.object({ epoch: z.int(), startsAt: time, share: amount, seats: z.int(), openedAt: time }),
    ),
    history: z.array(z.object({ at: time, amount, tx: hash })),
    received: amount,
    at: time,
  })
  .meta({ id: "Income" });

export type Credit = z.infer<typeof credit>;
export type StatementKind = z.infer<typeof statementKind>;
export type StatementLine = z.infer<typeof statementLine>;
export type Income = z.infer<typeof income>;
