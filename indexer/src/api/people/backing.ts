import { db } from "ponder:api";
import { backing } from "ponder:schema";
import type { Person } from "@peercommons/sdk/schemas";
import { asc, eq, or } from "ponder";
import { accountRefs } from "../common/names.ts";

/** Most accounts shown that name one. */
const most = 100;

/** Both sides of a backing as far as they were said: whom the account names, and who names it. */
export async function backingOf(accountId: number): Promise<Person["backing"]> {
  const rows = await db
    .select()
    .from(backing)
    .where(or(eq(backing.accountId, accountId), eq(backing.otherId, accountId)))
    .orderBy(asc(backing.accountId))
    .limit(most);
  const named = rows.find((row) => row.accountId === accountId)?.otherId ?? 0;
  const namedBy = rows.flatMap((row) => (row.otherId === accountId ? [row.accountId] : []));
  const refOf = await accountRefs([named, ...namedBy]);
  return {
    names: named === 0 ? null : refOf(named),
    namedBy: namedBy.map(refOf),
    counts: named !== 0 && namedBy.includes(named),
  };
}
