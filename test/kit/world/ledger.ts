// The ledger's words. A balance's sign says when it was drawn and when it came back, the day of a block what time had passed.
import { getAddress } from "viem";
import type { Told } from "./events.ts";
import type { Store } from "./store.ts";
import { dayOf, type World } from "./world.ts";

const DREW = 32n;
const RETURNED = 64n;

/** Lowest bit and width, as contracts/credit/LedgerWord.sol has them. */
const account = {
  balance: [0, 96],
  limit: [96, 64],
  checkpoint: [160, 40],
  since: [200, 16],
  locks: [216, 32],
  flags: [248, 8],
} as const;
const world = {
  balance: [0, 96],
  debt: [96, 64],
  written: [0, 160],
  exponent: [160, 40],
  day: [200, 16],
  rate: [216, 24],
  sigma: [240, 16],
} as const;

type Field = readonly [shift: number, bits: number];

const of = (store: Store, who: string, [shift, bits]: Field) => store.bits(shift, bits, "_accounts", who);
const put = (store: Store, value: bigint, who: string, [shift, bits]: Field) =>
  store.setBits(value, shift, bits, "_accounts", who);
const ofWorld = (store: Store, [shift, bits]: Field) => store.bits(shift, bits, "_world");
const putWorld = (store: Store, value: bigint, [shift, bits]: Field) =>
  store.setBits(value, shift, bits, "_world");

const signed = (bits: bigint) => BigInt.asIntN(96, bits);
const unsigned = (balance: bigint) => BigInt.asUintN(96, balance);
const fieldOf = (word: bigint, [shift, bits]: Field) => (word >> BigInt(shift)) & ((1n << BigInt(bits)) - 1n);
const larger = (a: bigint, b: bigint) => (a > b ? a : b);

/** Every amount moves by a `Transfer`, what time takes as well. */
function moved(store: Store, commons: string, from: string, to: string, amount: bigint, today: bigint): void {
  if (from === to) return;
  const written = ofWorld(store, world.written);
  const passed = (today - ofWorld(store, world.day)) * ofWorld(store, world.rate);
  const exponent = ofWorld(store, world.exponent) + passed;
  const change = (who: string, by: bigint): void => {
    if (who === commons) {
      putWorld(store, unsigned(signed(ofWorld(store, world.balance)) + by), world.balance);
      return;
    }
    const before = signed(of(store, who, account.balance));
    const after = before + by;
    put(store, unsigned(after), who, account.balance);
    put(store, exponent, who, account.checkpoint);
    const debts = (after < 0n ? -after : 0n) - (before < 0n ? -before : 0n);
    putWorld(store, ofWorld(store, world.debt) + debts, world.debt);
    if (before >= 0n && after < 0n) {
      put(store, today, who, account.since);
      put(store, of(store, who, account.flags) | DREW, who, account.flags);
    } else if (before < 0n && after >= 0n) {
      put(store, 0n, who, account.since);
      put(store, of(store, who, account.flags) | RETURNED, who, account.flags);
    }
  };
  change(from, -amount);
  change(to, amount);
  // The exponent is written down when the commons or the debts change, and had from its day otherwise.
  if (ofWorld(store, world.written) === written) return;
  putWorld(store, exponent, world.exponent);
  putWorld(store, today, world.day);
}

/** Rotation: the larger line and counter, both accounts' flags, and the old due date of what is still owed. */
function takenOver(store: Store, old: bigint, from: string, to: string): void {
  const owes = signed(of(store, to, account.balance)) < 0n;
  const since = owes ? fieldOf(old, account.since) : 0n;
  let flags = fieldOf(old, account.flags) | of(store, to, account.flags);
  if (signed(fieldOf(old, account.balance)) < 0n && since === 0n) flags |= RETURNED;
  put(store, flags, to, account.flags);
  put(store, since, to, account.since);
  put(store, larger(fieldOf(old, account.limit), of(store, to, account.limit)), to, account.limit);
  put(store, larger(fieldOf(old, account.locks), of(store, to, account.locks)), to, account.locks);
  store.set(0n, "_accounts", from);
}

/** An amount was collected into escrow; the event of whoever did it says so. */
export function locked(state: World, owner: string): void {
  const { Ledger: store } = state.stores;
  put(store, of(store, owner, account.locks) + 1n, owner, account.locks);
}

function rateSet(store: Store, log: { dailyRate: number; exponent: number; day: number }, at: bigint): void {
  const former = ofWorld(store, world.rate);
  if (former !== 0n || store.get("rateChangedAt") !== 0n || ofWorld(store, world.sigma) !== 0n) {
    const count = store.get("_rateChanges", "length");
    store.set(dayOf(at), "_rateChanges", count, "day");
    store.set(former, "_rateChanges", count, "formerRate");
    store.set(count + 1n, "_rateChanges", "length");
    store.set(at, "rateChangedAt");
  }
  putWorld(store, BigInt(log.dailyRate), world.rate);
  putWorld(store, BigInt(log.exponent), world.exponent);
  putWorld(store, BigInt(log.day), world.day);
}

function sigmaSet(store: Store, sigma: number, at: bigint): void {
  // The first one is the constructor's, and the bounds keep sigma from ever being zero.
  if (ofWorld(store, world.sigma) !== 0n) store.set(at, "sigmaChangedAt");
  putWorld(store, BigInt(sigma), world.sigma);
}

function nonceUsed(store: Store, owner: string, nonce: bigint): void {
  const [key, sequence] = [nonce >> 64n, BigInt.asUintN(64, nonce)];
  if (key === 0n) store.set(sequence + 1n, "_nonces", owner);
  else store.set(sequence + 1n, "_nonces#2", owner, key);
}

export function tellLedger(state: World, { log, at }: Told<"Ledger">): void {
  const { Ledger: store } = state.stores;
  const { eventName: name } = log;
  if (name === "Transfer")
    moved(
      store,
      getAddress(state.deployment.contracts.Ledger),
      log.args.from,
      log.args.to,
      log.args.value,
      dayOf(at),
    );
  else if (name === "FlagsSet") put(store, BigInt(log.args.flags), log.args.account, account.flags);
  else if (name === "LimitSet") put(store, log.args.limit, log.args.account, account.limit);
  else if (name === "AccountMoved") takenOver(store, state.memory.rotating, log.args.from, log.args.to);
  else if (name === "RateSet") rateSet(store, log.args, at);
  else if (name === "SigmaSet") sigmaSet(store, log.args.sigma, at);
  else if (name === "OperatorProposed") store.set(log.args.activeAt, "operatorActiveAt", log.args.operator);
  else if (name === "OperatorWithdrawn" || name === "OperatorAdded")
    store.set(0n, "operatorActiveAt", log.args.operator);
  else if (name === "OperatorAllowed")
    store.set(log.args.allowed, "operatorAllowed", log.args.account, log.args.operator);
  else if (name === "Approval") store.set(log.args.value, "_allowances", log.args.owner, log.args.spender);
  else if (name === "NonceUsed") nonceUsed(store, log.args.owner, log.args.nonce);
  else if (name === "GovernorSet") store.set(log.args.governor, "governor");
  else if (name === "Sealed") store.set(true, "isSealed");
  else if (name === "Wired")
    for (const label of ["members", "creditLines", "basicIncome"] as const) store.set(log.args[label], label);
}
