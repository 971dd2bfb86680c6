import { z } from "zod";
import { accountRef, amount, hash, orNull, pageQuery, time } from "./common.ts";

export const obligationId = z
  .string()
  .regex(/^\d{1,20}$/, "an obligation's id is a whole number, for instance 30064771075")
  .meta({ example: "30064771075" });

/** An invoice on the books. */
export const obligation = z
  .object({
    obligationId,
    debtor: accountRef,
    creditor: accountRef,
    number: z.int().min(0).max(4294967295).meta({ description: "the creditor's own number for it" }),
    amount,
    remaining: amount.meta({ description: "not netted, paid or waived yet" }),
    waived: amount,
    dueAt: time,
    memo: hash,
    registeredAt: time,
    changedAt: time,
    tx: hash,
  })
  .meta({ id: "Obligation" });

/** GET /v1/obligations. */
export const obligationQuery = pageQuery.extend({
  accountId: z.coerce.number().int().min(0).max(4294967295).optional(),
  state: z.enum(["open", "closed"]).optional(),
});

/** GET /v1/circulations: what was netted. */
export const circulation = z
  .object({
    at: time,
    edges: z.int(),
    cleared: amount.meta({ description: "debt taken off, over all edges" }),
    payer: orNull(accountRef),
    paid: amount.meta({ description: "paid from the ledger for what did not cancel" }),
    tx: hash,
  })
  .meta({ id: "Circulation" });

/** A circle of debts that could be netted now; each debtor is the creditor of the obligation before it. */
export const loop = z
  .object({
    amount: amount.meta({ description: "what every obligation of the circle would lose" }),
    obligations: z.array(obligation),
  })
  .meta({ id: "Loop" });

/** GET /v1/clearing. */
export const clearing = z
  .object({
    open: amount.meta({ description: "owed on all open invoices" }),
    obligations: z.int().meta({ description: "open invoices" }),
    clearable: amount.meta({ description: "of it, what circles could take off now" }),
    cleared: amount.meta({ description: "taken off so far, payments included" }),
    paid: amount.meta({ description: "of it paid from the ledger" }),
    loops: z.array(loop).meta({ description: "circles, largest first; with accountId those it is in" }),
    at: time,
  })
  .meta({ id: "Clearing" });

export const clearingQuery = z.object({
  accountId: z.coerce.number().int().min(0).max(4294967295).optional(),
});

export type ObligationView = z.infer<typeof obligation>;
export type Circulation = z.infer<typeof circulation>;
export type LoopView = z.infer<typeof loop>;
export type ClearingView = z.infer<typeof clearing>;
