// Work: every way a task can end, and every detour on the way.
import { packTaskActs, settlementTypedData, type TaskAct } from "@peercommons/sdk";
import { deploymentOf } from "../deployment.ts";
import { contentId, DAY, deployTown, HOUR, now, PEER, type Person, skip, type Town } from "../fixture.ts";
import { signAct } from "../gas.ts";
import { as } from "../people.ts";

const HUMAN_ONLY = 1;
const NOTE = contentId("note");

/** The town with a poster who has cash, a worker, a second member, a bot and an arbiter. */
async function crew() {
  const town = await deployTown();
  const [poster, worker, banker] = town.founders;
  const skillId = await town.createSkill("logo");
  const bot = await town.registerBot(skillId);
  const arbiter = town.newWallet();
  await town.taskMarket.write.setArbiter([arbiter.account.address], { account: town.governor.account });
  await town.pay(banker, poster.address, 9n * PEER);
  const other = await town.join();
  const post = (fields = {}) =>
    town.post(poster, { skillId, price: PEER / 5n, flags: HUMAN_ONLY, ...fields });
  async function claimed(by: Person = worker): Promise<bigint> {
    const taskId = await post();
    const { level } = await town.levels.read.standingOf([by.id, skillId]);
    await town.untilEligible(taskId, level);
    await town.claim(taskId, by);
    return taskId;
  }
  async function submitted(): Promise<bigint> {
    const taskId = await claimed();
    await town.submit(taskId, worker);
    return taskId;
  }
  async function rejected(): Promise<bigint> {
    const taskId = await submitted();
    await town.taskMarket.write.reject([taskId, NOTE], as(poster));
    return taskId;
  }
  async function disputed(): Promise<bigint> {
    const taskId = await rejected();
    await town.taskMarket.write.dispute([taskId], as(worker));
    return taskId;
  }
  return {
    town,
    poster,
    worker,
    banker,
    other,
    skillId,
    bot,
    arbiter,
    post,
    claimed,
    submitted,
    rejected,
    disputed,
  };
}
type Crew = Awaited<ReturnType<typeof crew>>;

async function endings({
  town,
  poster,
  worker,
  arbiter,
  post,
  claimed,
  submitted,
  rejected,
  disputed,
}: Crew) {
  const { taskMarket } = town;
  await town.accept(await submitted(), poster);
  const unanswered = await submitted();
  await skip(3 * DAY);
  await taskMarket.write.autoAccept([unanswered]);
  await taskMarket.write.cancel([await post()], as(poster));
  await taskMarket.write.concede([await rejected()], as(worker));
  for (const share of [100, 50, 25])
    await taskMarket.write.rule([await disputed(), share], { account: arbiter.account });
  const split = await claimed();
  const message = { taskId: split, workerId: worker.id, shareBps: 2_500, deadline: 2n ** 48n };
  const agreement = settlementTypedData(await deploymentOf(town), message);
  await taskMarket.write.settle([
    split,
    2_500,
    2n ** 48n,
    await poster.wallet.signTypedData(agreement),
    await worker.wallet.signTypedData(agreement),
  ]);
  const unruled = await disputed();
  await skip(8 * DAY);
  await taskMarket.write.halve([unruled]);
}

async function detours({ town, poster, worker, other, post, claimed }: Crew) {
  const { taskMarket } = town;
  const raised = await post();
  await skip(DAY);
  await taskMarket.write.raise([raised, PEER], as(poster));
  const revised = await claimed();
  await town.submit(revised, worker);
  await taskMarket.write.requestRevision([revised, NOTE], as(poster));
  await taskMarket.write.release([await claimed()], as(worker));
  const late = await claimed();
  await skip(2 * HOUR);
  await taskMarket.write.release([late], as(worker));
  const dropped = await claimed(other);
  await skip(5 * HOUR);
  await taskMarket.write.expireClaim([dropped]);
  await skip(9 * DAY);
  await taskMarket.write.refund([raised]);
}

async function bots({ town, poster, skillId, bot, post }: Crew) {
  const { taskMarket } = town;
  const open = () => post({ flags: 0, price: PEER });
  const paid = await open();
  await town.deliver(paid, bot);
  await town.accept(paid, poster);
  await taskMarket.write.decline([await open(), bot.id], as(bot));
  const refused = await open();
  await town.deliver(refused, bot);
  await taskMarket.write.reject([refused, NOTE], as(poster));
  const unanswered = await open();
  await town.deliver(unanswered, bot);
  await skip(25 * HOUR);
  await taskMarket.write.lapse([unanswered]);
  const second = await town.registerBot(skillId);
  await taskMarket.write.decline([await open(), second.id], as(second));
}

/** More open tasks than lanes, so that some lie in slots of their own; then lanes come free again. */
async function crowded({ town, poster, post }: Crew) {
  const ids: bigint[] = [];
  for (let n = 0; n < 20; n++) ids.push(await post());
  for (const taskId of ids.slice(0, 18)) await town.taskMarket.write.cancel([taskId], as(poster));
  await town.taskMarket.write.raise([ids[19] ?? 0n, PEER], as(poster));
  await post();
}

/** Signed acts in batches of two: a post and one that is not its poster's next, a claim and the same again. */
async function signed({ town, poster, worker, skillId }: Crew) {
  const until = (await now()) + 30 * DAY;
  const { locks } = await town.ledger.read.accountOf([poster.address]);
  const taskId = (BigInt(poster.id) << 32n) | BigInt(locks);
  const relay = async (signer: Person, ...acts: TaskAct[]) =>
    town.taskMarket.write.relay([
      packTaskActs(await Promise.all(acts.map((act) => signAct(town, signer, act)))),
    ]);
  const terms = await town.terms({ skillId, price: PEER / 5n, flags: HUMAN_ONLY });
  const post = { kind: "Post", taskId, ...terms, contentId: contentId("body"), until } as const;
  await relay(poster, post, { ...post, taskId: taskId + 9n });
  await town.untilEligible(taskId, (await town.levels.read.standingOf([worker.id, skillId])).level);
  const { changedAt: since, price } = await town.taskMarket.read.taskOf([taskId]);
  const claim = { kind: "Claim", taskId, memberId: worker.id, price, since, until } as const;
  await relay(worker, claim, claim);
  await town.taskMarket.write.release([taskId], as(worker));
}

export async function workStory(): Promise<Town> {
  const all = await crew();
  const { town, poster, worker, skillId } = all;
  await endings(all);
  await detours(all);
  await bots(all);
  await crowded(all);
  await signed(all);
  // One left in every state.
  await all.disputed();
  await all.claimed(all.other);
  await town.submit(await all.claimed(all.banker), all.banker);
  await town.deliver(await all.post({ flags: 0, price: PEER }), all.bot);
  // A seat renewed here, a line funded on credit, and the offices handed on.
  await town.pay(poster, worker.address, (await town.ledger.read.available([poster.address])) - 9n * PEER);
  await town.post(poster, { skillId, price: 8n * PEER });
  await town.taskMarket.write.setGovernor([poster.address], { account: town.governor.account });
  return town;
}
