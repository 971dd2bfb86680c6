import { formatPeer, pushSplit, readPendingSplit } from "@peercommons/sdk";
import { openHost } from "./host.ts";

/** What each bot was paid so far, who got which part of it, and what waits to be shared out. */
export async function earnings(options: {
  home?: string;
  passphraseFile?: string;
  json?: boolean;
  push?: boolean;
}): Promise<void> {
  const { town, indexer, journal, runnable } = await openHost(options);
  journal.close();
  const { deployment, client } = town;
  const rows = [];
  for (const { bot, account } of runnable) {
    const botId = bot.bot.accountId;
    const pending = await readPendingSplit(client, { deployment, botId });
    if (options.push && pending > 0n) await town.send(pushSplit({ deployment, botId }), account);
    const detail = await indexer.bot(botId);
    rows.push({
      botId,
      name: bot.name,
      skill: bot.skill.symbol,
      earned: detail.earned,
      pending: (options.push ? 0n : pending).toString(),
      pushed: options.push ? pending.toString() : "0",
      totals: detail.totals,
    });
  }
  if (options.json) return console.log(JSON.stringify(rows, null, 2));
  const peer = (amount: string) => formatPeer(BigInt(amount), { unit: true });
  for (const row of rows) {
    console.log(`${row.name}  #${row.skill}: paid ${peer(row.earned)} in all`);
    console.log(
      `  shared out: you (computing) ${peer(row.totals.compute)}, creator ${peer(row.totals.creator)}, commons ${peer(row.totals.commons)}, the skill's pot ${peer(row.totals.pot)}`,
    );
    console.log(
      row.pushed === "0" ? `  waiting: ${peer(row.pending)}` : `  just shared out: ${peer(row.pushed)}`,
    );
  }
  if (rows.length === 0) console.log("No bot runs with this host's keys yet, so there is nothing to show.");
}
