// Credit lines, and basic income's clock, history and entries.
import type { Told } from "./events.ts";
import { ownerOf, type World } from "./world.ts";

/** Lowest bit and width, as contracts/credit/BasicIncome.sol has them. */
const TOTAL = [0, 64] as const;
const EXPIRED = [64, 64] as const;
const EPOCH = [128, 32] as const;
const SEATS = [160, 32] as const;
const OWNER = [0, 160] as const;
const MARK = [160, 64] as const;

const WEEKS_KEPT = 8;

export function tellIncome(world: World, { log }: Told<"BasicIncome">): void {
  const { BasicIncome: store } = world.stores;
  const total = store.bits(...TOTAL, "_clock");
  const enter = (accountId: number, owner: string) => {
    store.setBits(BigInt(owner), ...OWNER, "_entries", accountId);
    store.setBits(total, ...MARK, "_entries", accountId);
  };
  if (log.eventName === "IncomeEntered") {
    enter(log.args.accountId, ownerOf(world, log.args.accountId));
    store.setBits(store.bits(...SEATS, "_clock") + 1n, ...SEATS, "_clock");
  } else if (log.eventName === "IncomeClaimed") enter(log.args.accountId, log.args.to);
  else if (log.eventName === "IncomeExited") {
    store.set(0n, "_entries", log.args.accountId);
    store.setBits(store.bits(...SEATS, "_clock") - 1n, ...SEATS, "_clock");
  } else if (log.eventName === "EpochOpened") {
    const { epoch, accumulated } = log.args;
    const last = Number(store.bits(...EPOCH, "_clock"));
    const expired = epoch - last >= WEEKS_KEPT ? total : store.get("_history", epoch % WEEKS_KEPT);
    for (let skipped = Math.max(last + 1, epoch - WEEKS_KEPT); skipped < epoch; skipped++)
      store.set(total, "_history", skipped % WEEKS_KEPT);
    store.set(accumulated, "_history", epoch % WEEKS_KEPT);
    store.setBits(accumulated, ...TOTAL, "_clock");
    store.setBits(expired, ...EXPIRED, "_clock");
    store.setBits(BigInt(epoch), ...EPOCH, "_clock");
  }
}

/** Income follows the account to its new key. */
export function rotateEntry(world: World, accountId: number, to: string): void {
  const { BasicIncome: store } = world.stores;
  if (store.get("_entries", accountId) !== 0n) store.setBits(BigInt(to), ...OWNER, "_entries", accountId);
}

export function tellLines(world: World, { log }: Told<"CreditLines">): void {
  const { CreditLines: store } = world.stores;
  if (log.eventName === "LineFrozen") store.set(log.args.frozen, "_lines", log.args.sponsorId, "frozen");
  else if (log.eventName === "ReceiptRecorded") {
    const { accountId, payerId, payers, rampSinceDay } = log.args;
    store.set(payers, "_lines", accountId, "payers");
    store.set(rampSinceDay, "_lines", accountId, "rampSinceDay");
    if (payers === 1) store.set(payerId, "_lines", accountId, "firstPayer");
    else if (payers === 2) store.set(payerId, "_lines", accountId, "secondPayer");
  }
}
