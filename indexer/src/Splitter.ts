import { type Context, ponder } from "ponder:registry";
import { account, bot, commonsWeek, split } from "ponder:schema";
import { potAddressOf } from "@peercommons/sdk";
import { annotateBefore } from "../rows/annotate.ts";
import { whereOf } from "../rows/taskEvents.ts";
import { epochOf, timeOf } from "../rows/time.ts";
import { shareOf } from "../rows/transfer.ts";
import { commonsAddress } from "../town.ts";

ponder.on("Splitter:SplitPushed", async ({ event, context }) => {
  const { db } = context;
  const { botId, skillId, commons } = event.args;
  const at = timeOf(event.block);
  await db.insert(split).values({ ...event.args, ...whereOf(event), at });
  const [pushed, operator] = await Promise.all([
    db.find(bot, { botId }),
    db.find(account, { accountId: botId }),
  ]);
  if (pushed === null || operator === null) return;
  const receivers = {
    payee: pushed.payee.toLowerCase(),
    pot: potAddressOf(skillId).toLowerCase(),
    operator: operator.owner.toLowerCase(),
    commons: commonsAddress,
  };
  let left = commons;
  await annotateBefore(
    db,
    whereOf(event),
    (move) => {
      const kind = shareOf(move, { ...receivers, commonsPart: left });
      if (kind === "commonsShare") left = 0n;
      return kind === null ? null : { kind };
    },
    4,
  );
  await creditCommons(db, epochOf(at), commons);
});

/** Moves what looked like demurrage, for it went from a payee to the commons, to the bots' column. */
async function creditCommons(db: Context["db"], epoch: number, amount: bigint): Promise<void> {
  if (amount === 0n) return;
  const key = { epoch, kind: "demurrage" };
  await db.update(commonsWeek, key).set((row) => ({ amount: row.amount - amount }));
  await db
    .insert(commonsWeek)
    .values({ epoch, kind: "commonsShare", amount })
    .onConflictDoUpdate((row) => ({ amount: row.amount + amount }));
}
