// Bots' terms and consents, and what the splitter keeps.
import { operateTypedData } from "@peercommons/sdk";
import { hashTypedData, zeroHash } from "viem";
import type { Told } from "./events.ts";
import { ownerOf, type World } from "./world.ts";

const terms = ["skillId", "creatorId", "computeBps", "commonsBps", "potBps"] as const;

export function tellBots(world: World, { log }: Told<"Bots">): void {
  if (log.eventName !== "BotRegistered") return;
  const { Bots: store } = world.stores;
  const { botId, skillId, operator } = log.args;
  for (const field of terms) store.set(log.args[field], "_bots", botId, field);
  store.add(1, "botCount", skillId);
  const { creatorId, computeBps, modelHash, deadline } = log.args;
  const sealingKey = world.memory.sealingKeys.get(botId) ?? zeroHash;
  const signed = { creatorId, skillId, computeBps, modelHash, sealingKey, deadline };
  store.set(true, "_usedConsents", operator, hashTypedData(operateTypedData(world.deployment, signed)));
}

export function tellSplitter(world: World, { log }: Told<"Splitter">): void {
  const { Splitter: store, Bots: bots } = world.stores;
  if (log.eventName === "SplitPushed") {
    const { botId } = log.args;
    // A bot's terms never change; the first push copies them. Owners it was paid for are copied too, and kept at rotations.
    for (const field of terms) store.set(bots.get("_bots", botId, field), "_terms", botId, field);
    for (const paid of [botId, Number(bots.get("_bots", botId, "creatorId"))])
      store.set(ownerOf(world, paid), "_owners", paid);
  } else if (log.eventName === "PotsSet") store.set(log.args.pots, "pots");
}
