// What is left of every obligation.
import { decodeEdge } from "@peercommons/sdk";
import type { Told } from "./events.ts";
import { locked } from "./ledger.ts";
import { ownerOf, type World } from "./world.ts";

/** Where an obligation's word keeps what is left of it, who owes, how much it was, when it is due, whether it was waived. */
const [remaining, debtor, amount, due, cancelled] = [
  [0, 64],
  [64, 32],
  [96, 64],
  [160, 16],
  [176, 8],
] as const;

export function tellClearing(world: World, { log }: Told<"Clearing">): void {
  const { Clearing: store } = world.stores;
  if (log.eventName === "ObligationRegistered") {
    const id = log.args.obligationId;
    store.setBits(log.args.amount, ...remaining, "_words", id);
    store.setBits(log.args.debtorId, ...debtor, "_words", id);
    store.setBits(log.args.amount, ...amount, "_words", id);
    store.setBits(log.args.dueDay, ...due, "_words", id);
  } else if (log.eventName === "ObligationCancelled") {
    const id = log.args.obligationId;
    store.setBits(store.bits(...remaining, "_words", id) - log.args.amount, ...remaining, "_words", id);
    store.setBits(1, ...cancelled, "_words", id);
  } else if (log.eventName === "Cleared" || log.eventName === "Settled") {
    for (const { obligationId, amount: taken } of log.args.edges.map(decodeEdge))
      store.setBits(
        store.bits(...remaining, "_words", obligationId) - taken,
        ...remaining,
        "_words",
        obligationId,
      );
    if (log.eventName === "Settled") locked(world, ownerOf(world, log.args.payerId));
  }
}
