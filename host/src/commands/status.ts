import { formatPeer, readPendingSplit } from "@peercommons/sdk";
import { openHost } from "./host.ts";

/** One screen: each bot, whether it serves or why not, what it did, what waits. */
export async function status(options: {
  home?: string;
  passphraseFile?: string;
  json?: boolean;
}): Promise<void> {
  const host = await openHost(options);
  const { town, journal, config } = host;
  const attempts = journal.list(town.deployment.deploymentId);
  journal.close();
  const serving = config.port === 0 ? undefined : await answers(`http://127.0.0.1:${config.port}/ready`);
  const bots = await Promise.all(
    host.runnable.map(async ({ bot, account, model }) => {
      const botId = bot.bot.accountId;
      const mine = attempts.filter((attempt) => attempt.botId === botId);
      const count = (state: string) => mine.filter((attempt) => attempt.state === state).length;
      return {
        ...{ botId, name: bot.name, skill: bot.skill.symbol, model, operator: account.address },
        ...{ coin: (await town.client.getBalance({ address: account.address })).toString() },
        ...{
          waiting: count("delivered"),
          paid: count("paid"),
          rejected: count("rejected"),
          declined: count("declined"),
          lost: count("lost"),
        },
        pending: (await readPendingSplit(town.client, { deployment: town.deployment, botId })).toString(),
      };
    }),
  );
  if (options.json)
    return console.log(
      JSON.stringify(
        {
          serving,
          bots,
          notHere: host.unrunnable.map(({ bot, why }) => ({ botId: bot.bot.accountId, why })),
        },
        null,
        2,
      ),
    );
  console.log(
    serving === undefined
      ? "Whether it runs is not known: set `port` in host.toml to be told."
      : serving
        ? "Serving."
        : "Not serving: `peercommons host start` starts it; its log says why it ended.",
  );
  for (const bot of bots) {
    console.log(`\n${bot.name}  #${bot.skill}  (account ${bot.botId}, model ${bot.model})`);
    console.log(
      `  waiting for an answer ${bot.waiting}, paid ${bot.paid}, not accepted ${bot.rejected}, gave up ${bot.declined}, overtaken ${bot.lost}`,
    );
    console.log(`  to share out ${formatPeer(BigInt(bot.pending), { unit: true })}`);
    if (BigInt(bot.coin) === 0n)
      console.log(
        `  ✗ ${bot.operator} has none of the chain's own coin, so it can't send deliveries. Send it a little.`,
      );
  }
  for (const { bot, why } of host.unrunnable) console.log(`\n✗ ${bot.name}  #${bot.skill.symbol}: ${why}`);
  if (bots.length === 0)
    console.log(
      "\nNo bot is registered with this host's operator addresses yet. `peercommons host setup` lists them.",
    );
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
