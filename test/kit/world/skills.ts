// The tree of skills.
import { stringToHex } from "viem";
import type { Told } from "./events.ts";
import type { World } from "./world.ts";

export function tellSkills(world: World, { log, at }: Told<"Skills">): void {
  const { Skills: store } = world.stores;
  if (log.eventName === "MarketSet") store.set(log.args.market, "market");
  if (log.eventName !== "SkillCreated") return;
  const { skillId, parentId, creatorId, symbol } = log.args;
  const key = stringToHex(symbol, { size: 16 });
  store.set(skillId, "skillCount");
  store.set(parentId, "_skills", skillId, "parentId");
  store.set(store.get("_skills", parentId, "depth") + 1n, "_skills", skillId, "depth");
  store.set(creatorId, "_skills", skillId, "creatorId");
  store.set(at, "_skills", skillId, "createdAt");
  store.set(key, "_skills", skillId, "symbol");
  store.set(skillId, "_bySymbol", key);
}
