import { db } from "ponder:api";
import { gateReceipt, gateToken } from "ponder:schema";
import { redeemableAt } from "@peercommons/sdk";
import type { AccountGate, GateTokenView } from "@peercommons/sdk/schemas";
import { eq } from "ponder";

type Row = typeof gateToken.$inferSelect;

const viewOf = (row: Row): GateTokenView => ({ ...row, reserve: row.reserve.toString() });

/** Every token that ever was at the gate. */
export async function gateView(): Promise<{ reserve: string; tokens: GateTokenView[] }> {
  const rows = await db.select().from(gateToken).orderBy(gateToken.symbol, gateToken.token);
  const reserve = rows.reduce((sum, row) => sum + row.reserve, 0n);
  return { reserve: reserve.toString(), tokens: rows.map(viewOf) };
}

/** The same with what one account brought in and may take out. */
export async function accountGateView(accountId: number, at: number): Promise<AccountGate> {
  const [tokens, receipts] = await Promise.all([
    db.select().from(gateToken).orderBy(gateToken.symbol, gateToken.token),
    db.select().from(gateReceipt).where(eq(gateReceipt.accountId, accountId)),
  ]);
  const receiptOf = new Map(receipts.map((row) => [row.token, row]));
  return {
    accountId,
    tokens: tokens.map((row) => {
      const receipt = receiptOf.get(row.token);
      return {
        ...viewOf(row),
        net: (receipt?.net ?? 0n).toString(),
        redeemable: (receipt ? redeemableAt(receipt, at) : 0n).toString(),
      };
    }),
    at,
  };
}
