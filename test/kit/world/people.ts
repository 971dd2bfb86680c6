// Members, their seats, votes and consents; sponsorships; the forwarder's nonces.
import { rotateTypedData } from "@peercommons/sdk";
import { hashTypedData } from "viem";
import { rotateEntry } from "./credit.ts";
import type { Told } from "./events.ts";
import type { Store } from "./store.ts";
import { dayOf, type World } from "./world.ts";

/** OpenZeppelin's checkpoints: one a second, the last value of it. */
function pushed(store: Store, second: bigint, value: bigint, ...trace: [string, ...string[]]): void {
  const [label, ...inner] = trace;
  const count = store.get(label, ...inner, "_checkpoints", "length");
  const again = count !== 0n && store.get(label, ...inner, "_checkpoints", count - 1n, "_key") === second;
  const index = again ? count - 1n : count;
  store.set(index + 1n, label, ...inner, "_checkpoints", "length");
  store.set(second, label, ...inner, "_checkpoints", index, "_key");
  store.set(value, label, ...inner, "_checkpoints", index, "_value");
}

/** A seat more or less: its days, the count, the total of the votes. */
function seatChanged(store: Store, accountId: number, until: number, at: bigint): void {
  store.set(until, "_accounts", accountId, "seatUntilDay");
  store.set(until === 0 ? 0n : dayOf(at), "_accounts", accountId, "seatedSinceDay");
  store.add(until === 0 ? -1 : 1, "seatCount");
  pushed(store, at, store.get("seatCount"), "_totalCheckpoints");
}

function rotated(world: World, { accountId, from, to, deadline }: RotatedArgs): void {
  const { Members: store, Ledger: ledger, Splitter: splitter } = world.stores;
  store.set(to, "_accounts", accountId, "owner");
  store.set(0n, "idOf", from);
  store.set(accountId, "idOf", to);
  const consent = rotateTypedData(world.deployment, { accountId, newOwner: to, deadline });
  store.set(true, "_usedConsents", hashTypedData(consent));
  world.memory.rotating = ledger.get("_accounts", from);
  rotateEntry(world, accountId, to);
  if (splitter.get("_owners", accountId) !== 0n) splitter.set(to, "_owners", accountId);
}
type RotatedArgs = Extract<Told<"Members">["log"], { eventName: "AccountRotated" }>["args"];

export function tellMembers(world: World, { log, at }: Told<"Members">): void {
  const { Members: store } = world.stores;
  const { eventName: name } = log;
  if (name === "AccountRegistered") {
    const { accountId, owner, kind, skillId, sealingKey } = log.args;
    store.set(owner, "_accounts", accountId, "owner");
    store.set(kind, "_accounts", accountId, "kind");
    store.set(skillId, "_accounts", accountId, "skillId");
    store.set(accountId, "idOf", owner);
    store.set(accountId, "accountCount");
    world.memory.sealingKeys.set(accountId, sealingKey);
  } else if (name === "SeatTaken") {
    seatChanged(store, log.args.accountId, log.args.seatUntilDay, at);
    store.set(log.args.founder, "_accounts", log.args.accountId, "founder");
  } else if (name === "SeatRenewed")
    store.set(log.args.seatUntilDay, "_accounts", log.args.accountId, "seatUntilDay");
  else if (name === "SeatLeft" || name === "SeatExpired") seatChanged(store, log.args.accountId, 0, at);
  else if (name === "AccountRotated") rotated(world, log.args);
  else if (name === "DelegateChanged") store.set(log.args.toDelegate, "_delegatee", log.args.delegator);
  else if (name === "DelegateVotesChanged")
    pushed(store, at, log.args.newVotes, "_delegateCheckpoints", log.args.delegate);
  else if (name === "NonceUsed") store.set(log.args.nonce + 1n, "_nonces", log.args.owner);
  else if (name === "GovernorSet") store.set(log.args.governor, "governor");
  else if (name === "Sealed") store.set(true, "isSealed");
  else if (name === "PersonhoodProposed") {
    store.set(log.args.personhood, "proposedPersonhood");
    store.set(log.args.activeAt, "personhoodActiveAt");
  } else if (name === "PersonhoodSet") {
    store.set(log.args.personhood, "personhood");
    store.set(0n, "proposedPersonhood");
  } else if (name === "Wired")
    for (const label of ["ledger", "bots", "income", "lines", "tasks", "splitter"] as const)
      store.set(log.args[label], label);
  if (log.args && "accountId" in log.args) remember(world, log.args.accountId, name === "SeatRenewed");
}

/** Listeners are told of every change but a renewal, and copies made before one may stand. */
function remember(world: World, accountId: number, renewal: boolean): void {
  const word = world.stores.Members.words.get(world.stores.Members.slotOf("_accounts", accountId)) ?? 0n;
  const former = renewal ? (world.memory.accountWords.get(accountId) ?? []) : [];
  world.memory.accountWords.set(accountId, [...former, word]);
}

export function tellSponsorship(world: World, { log, at }: Told<"Sponsorship">): void {
  const { Sponsorship: store } = world.stores;
  const { memory } = world;
  if (log.eventName === "Sponsored") {
    const { sponsorId, newcomer } = log.args;
    const place = store.get("_sponsors", newcomer, "first") === 0n ? "first" : "second";
    store.set(sponsorId, "_sponsors", newcomer, place);
    store.set(store.get("_given", sponsorId, "newer"), "_given", sponsorId, "older");
    store.set(dayOf(at), "_given", sponsorId, "newer");
  } else if (log.eventName === "SponsorshipWithdrawn") {
    const { sponsorId, newcomer } = log.args;
    if (store.get("_sponsors", newcomer, "first") === BigInt(sponsorId))
      store.set(store.get("_sponsors", newcomer, "second"), "_sponsors", newcomer, "first");
    store.set(0n, "_sponsors", newcomer, "second");
  } else if (log.eventName === "SponsorshipUsed") {
    const { newcomer, accountId, bonded } = log.args;
    for (const place of ["first", "second"] as const) {
      if (bonded) store.set(store.get("_sponsors", newcomer, place), "bondOf", accountId, place);
      store.set(0n, "_sponsors", newcomer, place);
    }
    memory.freed = bonded ? 0 : 2;
  } else if (log.eventName === "SponsorshipReleased") {
    if (memory.freed > 0) memory.freed--;
    else
      for (const place of ["first", "second"] as const) store.set(0n, "bondOf", log.args.newcomerId, place);
  }
}

export function tellForwarder(world: World, { log }: Told<"Forwarder">): void {
  if (log.eventName !== "ExecutedForwardRequest") return;
  const { signer, nonce } = log.args;
  world.stores.Forwarder.set(BigInt.asUintN(64, nonce) + 1n, "_sequences", signer, nonce >> 64n, "next");
}
