// Standings and histograms, which events carry whole, and the payers' words, which follow from who was paid by whom and when.
import type { Told } from "./events.ts";
import type { Store } from "./store.ts";
import { dayOf, type World } from "./world.ts";

/** Lowest bit and width of a payer's word, as contracts/skill/Levels.sol has it. */
const EPOCH = [0, 32] as const;
const SPENT = [32, 32] as const;
const SKETCH_DAY = [64, 16] as const;
const BLOOM = [80, 32] as const;
const BACKING = [112, 32] as const;

const WEEK = 604_800n;
const MEMBER = 1n;
const ORGANISATION = 2n;

type Outcome = Extract<Told<"Levels">["log"], { eventName: "OutcomeRecorded" }>["args"];

const named = (store: Store, accountId: number) => Number(store.bits(...BACKING, "payerWords", accountId));

/** Whose budget pays: the payer's own, or that of the member an organisation and it name each other; undefined for nobody's. */
function backerOf(world: World, payerId: number, today: bigint): number | undefined {
  const { Levels: store, Members: members } = world.stores;
  let backer = payerId;
  if (members.get("_accounts", payerId, "kind") === ORGANISATION) {
    backer = named(store, payerId);
    if (backer === 0 || named(store, backer) !== payerId) return undefined;
  }
  const seated = members.get("_accounts", backer, "seatUntilDay") > today;
  return seated && members.get("_accounts", backer, "kind") === MEMBER ? backer : undefined;
}

/** A payer's budget of the week, and the skills whose octiles it taught today. */
function charged(world: World, { payerId, memberId, skillId, points }: Outcome, at: bigint): void {
  const { Levels: store } = world.stores;
  const backer = backerOf(world, payerId, dayOf(at));
  if (backer === undefined || backer === memberId) return;
  const of = (field: readonly [shift: number, bits: number]) => store.bits(...field, "payerWords", backer);
  const spent = of(EPOCH) === at / WEEK ? of(SPENT) : 0n;
  const taught = of(SKETCH_DAY) === dayOf(at) ? of(BLOOM) : 0n;
  const attended = world.memory.outcome === "Accepted";
  store.setBits(at / WEEK, ...EPOCH, "payerWords", backer);
  store.setBits(spent + BigInt(points), ...SPENT, "payerWords", backer);
  store.setBits(dayOf(at), ...SKETCH_DAY, "payerWords", backer);
  store.setBits(taught | (attended ? 1n << BigInt(skillId % 32) : 0n), ...BLOOM, "payerWords", backer);
}

export function tellLevels(world: World, { log, at }: Told<"Levels">): void {
  const { Levels: store, TaskMarket: tasks } = world.stores;
  const { eventName: name } = log;
  if (name === "OutcomeRecorded" || name === "StandingChanged") {
    const { skillId, memberId, standing } = log.args;
    store.set(standing, "standings", (BigInt(skillId) << 32n) | BigInt(memberId), "word");
    // A failure names no payer.
    if (name === "OutcomeRecorded" && log.args.payerId !== 0) charged(world, log.args, at);
  } else if (name === "HistogramChanged") store.set(log.args.histogram, "histograms", log.args.skillId);
  else if (name === "SkillWordChanged") tasks.set(log.args.word, "skillWords", log.args.skillId, "word");
  else if (name === "OrganisationBacked")
    store.setBits(BigInt(log.args.organisationId), ...BACKING, "payerWords", log.args.memberId);
  else if (name === "BackerNamed")
    store.setBits(BigInt(log.args.memberId), ...BACKING, "payerWords", log.args.organisationId);
}
