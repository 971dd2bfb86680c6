import { z } from "zod";
import { accountId, address, amount, time } from "./common.ts";

/** A token at the gate. */
export const gateToken = z
  .object({
    token: address,
    symbol: z.string(),
    decimals: z.int(),
    listed: z.boolean().meta({ description: "deposits are open; taking out always is" }),
    reserve: amount.meta({ description: "PEER issued for it and not taken back" }),
  })
  .meta({ id: "GateToken" });

/** GET /v1/gate. */
export const gate = z.object({ reserve: amount, tokens: z.array(gateToken) }).meta({ id: "Gate" });

/** GET /v1/accounts/:accountId/gate: what it brought in and may take out. */
export const accountGate = z
  .object({
    accountId,
    tokens: z.array(
      gateToken.extend({
        net: amount.meta({ description: "brought in and not taken out" }),
        redeemable: amount.meta({ description: "of it, what may leave this week" }),
      }),
    ),
    at: time,
  })
  .meta({ id: "AccountGate" });

export type GateTokenView = z.infer<typeof gateToken>;
export type AccountGate = z.infer<typeof accountGate>;
