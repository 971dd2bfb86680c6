import type { Context } from "ponder:registry";
import { transfer } from "ponder:schema";

type Db = Context["db"];
type Where = { block: number; logIndex: number; tx: `0x${string}` };
type Transfer = typeof transfer.$inferSelect;

/**
 * Most logs between a move of money and the event that says what it was: a split's four parts and the demurrage of payee,
 * operator, creator and pot, and the opening of the pot with its gifts going to the commons.
 */
const reach = 10;

/**
 * Goes back from a log through the moves of the same transaction, and writes what `change` returns for them; `null` leaves one
 * as it is. Found by key, so that a restart in between changes nothing.
 */
export async function annotateBefore(
  db: Db,
  where: Where,
  change: (row: Transfer) => Partial<Pick<Transfer, "kind" | "taskId" | "memo">> | null,
  most: number,
): Promise<void> {
  let left = most;
  for (let back = 1; back <= reach && left > 0; back++) {
    const key = { block: where.block, logIndex: where.logIndex - back };
    if (key.logIndex < 0) return;
    const row = await db.find(transfer, key);
    if (row === null) continue;
    if (row.tx !== where.tx) return;
    const changed = change(row);
    if (changed === null) continue;
    await db.update(transfer, key).set(changed);
    left--;
  }
}
