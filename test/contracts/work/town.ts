import { contentId, deployTown, networkHelpers, PEER, type Person } from "../../kit/fixture.ts";

export const NOTE = contentId("note");
export const state = { open: 1, claimed: 2, delivered: 3, submitted: 4, rejected: 5, disputed: 6 } as const;
export const outcome = {
  accepted: 0,
  autoAccepted: 1,
  cancelled: 2,
  refunded: 3,
  conceded: 4,
  settled: 5,
  ruled: 6,
  halved: 7,
} as const;

/** A poster with cash, a worker, a bystander, a bot, an arbiter; each a person of their own. */
async function townWithWork() {
  const town = await deployTown();
  const [poster, worker, banker] = town.founders;
  const skillId = await town.createSkill("logo");
  const bot = await town.registerBot(skillId);
  await town.pay(banker, poster.address, 9n * PEER);
  const stranger = await town.join();
  const arbiter = town.newWallet();
  await town.taskMarket.write.setArbiter([arbiter.account.address], { account: town.governor.account });

  const as = (person: Person) => ({ account: person.wallet.account });
  const openTask = (fields = {}) => town.post(poster, { skillId, flags: 1, ...fields });
  async function claimedTask(fields = {}) {
    const taskId = await openTask(fields);
    await town.claim(taskId, worker);
    return taskId;
  }
  async function submittedTask(fields = {}) {
    const taskId = await claimedTask(fields);
    await town.submit(taskId, worker);
    return taskId;
  }
  async function rejectedTask(fields = {}) {
    const taskId = await submittedTask(fields);
    await town.taskMarket.write.reject([taskId, NOTE], as(poster));
    return taskId;
  }
  async function disputedTask(fields = {}) {
    const taskId = await rejectedTask(fields);
    await town.taskMarket.write.dispute([taskId], as(worker));
    return taskId;
  }
  async function deliveredTask(fields = {}) {
    const taskId = await openTask({ flags: 0, ...fields });
    await town.deliver(taskId, bot);
    return taskId;
  }
  const balance = (person: Person) => town.ledger.read.signedBalanceOf([person.address]);
  const makers = {
    open: openTask,
    claimed: claimedTask,
    delivered: deliveredTask,
    submitted: submittedTask,
    rejected: rejectedTask,
    disputed: disputedTask,
  };
  return {
    ...town,
    poster,
    worker,
    banker,
    stranger,
    bot,
    arbiter,
    skillId,
    as,
    balance,
    makers,
    ...makers,
    openTask,
  };
}

export type Work = Awaited<ReturnType<typeof townWithWork>>;

/** The town as it was before any task. */
export async function load(): Promise<Work> {
  return networkHelpers.loadFixture(townWithWork);
}
