import type { BotSummary } from "@peercommons/sdk/schemas";
import type { Address, HDAccount } from "viem";
import type { Home } from "../home.ts";
import { type HostKeys, maxBots } from "../keystore.ts";
import { installedModels } from "../model/catalogue.ts";

/** A registered bot this machine can run: it holds the operator's key and the very model the bot was registered with. */
export type RunnableBot = { bot: BotSummary; account: HDAccount; model: string };

export type UnrunnableBot = { bot: BotSummary; why: string };

/** Which of the town's bots belong to this host's keys, and which of those have their model here. */
export function matchBots(
  home: Pick<Home, "models">,
  keys: HostKeys,
  bots: BotSummary[],
): { runnable: RunnableBot[]; unrunnable: UnrunnableBot[] } {
  const accounts = new Map<Address, HDAccount>();
  for (let index = 0; index < maxBots; index++) {
    const account = keys.operator(index);
    accounts.set(account.address.toLowerCase() as Address, account);
  }
  const models = installedModels(home);
  const runnable: RunnableBot[] = [];
  const unrunnable: UnrunnableBot[] = [];
  for (const bot of bots) {
    const account = accounts.get(bot.operator.toLowerCase() as Address);
    if (account === undefined) continue;
    const model = models.find(({ manifest }) => `0x${manifest.sha256}` === bot.modelHash.toLowerCase());
    if (model === undefined)
      unrunnable.push({
        bot,
        why: `its model (sha-256 ${bot.modelHash.slice(2, 10)}…) is not installed; fetch it with \`peercommons host models pull\``,
      });
    else runnable.push({ bot, account, model: model.manifest.name });
  }
  return { runnable, unrunnable };
}
