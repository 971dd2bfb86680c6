// What the gate counts: of each token, of each account, and in all.
import type { Told } from "./events.ts";
import { locked } from "./ledger.ts";
import { ownerOf, type World } from "./world.ts";

const WEEK = 604_800n;
const PEER_DECIMALS = 6;

export function tellGate(world: World, { log, at }: Told<"Gate">): void {
  const { Gate: store } = world.stores;
  if (log.eventName === "TokenProposed") store.set(log.args.activeAt, "tokenActiveAt", log.args.token);
  else if (log.eventName === "TokenListed") {
    const { token, decimals } = log.args;
    store.set(0n, "tokenActiveAt", token);
    store.set(10n ** BigInt(decimals - PEER_DECIMALS), "_tokens", token, "scale");
    store.set(true, "_tokens", token, "listed");
  } else if (log.eventName === "TokenDelisted") {
    store.set(0n, "tokenActiveAt", log.args.token);
    store.set(false, "_tokens", log.args.token, "listed");
  } else if (log.eventName === "Deposited") {
    const { accountId, token, amount, net, reserve } = log.args;
    store.set(net, "_receipts", accountId, token, "net");
    store.set(reserve, "_tokens", token, "reserve");
    store.add(amount, "reserve");
  } else if (log.eventName === "Redeemed") {
    const { accountId, token, amount, net, reserve } = log.args;
    const receipt = (field: string) => ["_receipts", accountId, token, field] as const;
    if (store.get(...receipt("epoch")) !== at / WEEK) {
      store.set(at / WEEK, ...receipt("epoch"));
      store.set(net + amount, ...receipt("opening"));
      store.set(0n, ...receipt("redeemed"));
    }
    store.add(amount, ...receipt("redeemed"));
    store.set(net, ...receipt("net"));
    store.set(reserve, "_tokens", token, "reserve");
    store.add(-amount, "reserve");
    locked(world, ownerOf(world, accountId));
  }
}
