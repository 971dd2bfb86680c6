// What the town's acts cost: each through its public entry point, in its own transaction, cold, intrinsic gas included, in the
// state people live in after their first weeks (slots used before, cash in hand, levels that hold still).
import { packTaskActs, type TaskAct, taskActTypedData } from "@peercommons/sdk";
import type { Hex } from "viem";
import { DAY, deployTown, HOUR, now, PEER, type Person, type Town, warp } from "./fixture.ts";

export type GasFigures = Record<string, number>;

const TASKS_BEFORE = 18;

/** A morning on which nobody has done anything yet. */
async function nextMorning(): Promise<void> {
  await warp((Math.floor((await now()) / DAY) + 1) * DAY + HOUR);
}

async function used(town: Town, sending: Promise<Hex>): Promise<number> {
  const receipt = await town.publicClient.waitForTransactionReceipt({ hash: await sending });
  if (receipt.status !== "success") throw new Error("A measured transaction reverted.");
  return Number(receipt.gasUsed);
}

const body: Hex = `0x${"ab".repeat(32)}`;

/** The id of the account's latest task. */
async function lastTask(town: Town, poster: Person): Promise<bigint> {
  const { locks } = await town.ledger.read.accountOf([poster.address]);
  return (BigInt(poster.id) << 32n) | BigInt(locks - 1);
}

async function measurePost(town: Town, poster: Person, skillId: number, flags: number): Promise<number> {
  const terms = await town.terms({ skillId, flags, price: PEER });
  return used(town, town.taskMarket.write.post([poster.id, terms, body], { account: poster.wallet.account }));
}

async function measureTask(town: Town, skillId: number, poster: Person, worker: Person): Promise<GasFigures> {
  const post = await measurePost(town, poster, skillId, 1);
  const taskId = await lastTask(town, poster);
  const { level } = await town.levels.read.standingOf([worker.id, skillId]);
  await town.untilEligible(taskId, level);
  const claim = await used(town, town.claim(taskId, worker));
  const submit = await used(town, town.submit(taskId, worker));
  const accept = await used(town, town.accept(taskId, poster));
  return { post, claim, submit, accept, total: post + claim + submit + accept };
}

async function measureBot(town: Town, skillId: number, poster: Person, bot: Person): Promise<GasFigures> {
  const post = await measurePost(town, poster, skillId, 0);
  const taskId = await lastTask(town, poster);
  const deliver = await used(town, town.deliver(taskId, bot));
  const accept = await used(town, town.accept(taskId, poster));
  return { post, deliver, accept, total: post + deliver + accept };
}

function named(room: string, figures: GasFigures): GasFigures {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${room}.${name}`, value]));
}

/** Everything that one trusted pair and a bot do, and the payments between them. */
export async function measureActs(): Promise<GasFigures> {
  const town = await deployTown();
  const [ada, bo, cem] = town.founders;
  const skillId = await town.createSkill("logo");
  const bot = await town.registerBot(skillId);
  const figures: GasFigures = {};
  for (let i = 0; i < TASKS_BEFORE; i++) {
    await town.finishTask(ada, bo, { skillId });
    await town.finishTask(bo, ada, { skillId });
  }
  await town.pay(cem, ada.address, 9n * PEER);
  await town.pay(ada, bo.address, 4n * PEER);
  for (let i = 0; i < 2; i++) await measureBot(town, skillId, ada, bot);
  await town.splitter.write.push([bot.id]);

  await nextMorning();
  figures["pay.firstTouch"] = await used(town, town.pay(ada, bo.address, 1000n));
  figures["pay.sameDay"] = await used(town, town.pay(ada, bo.address, 1000n));
  // The day's first task of the pair, so that the octiles learn its price; the second teaches nothing.
  Object.assign(figures, named("task", await measureTask(town, skillId, ada, bo)));
  figures["task.total.again"] = (await measureTask(town, skillId, ada, bo)).total ?? 0;
  Object.assign(figures, named("bot", await measureBot(town, skillId, ada, bot)));
  figures["split.push"] = await used(town, town.splitter.write.push([bot.id]));

  await town.createSkill("text");
  const plant = { account: ada.wallet.account };
  figures["skill.create"] = await used(
    town,
    town.skills.write.createSkill([ada.id, 0, "Proofreading", "proof", body], plant),
  );

  await warp((await now()) + 60 * DAY);
  for (const person of [ada, bo]) await town.basicIncome.write.claim([person.id]).catch(() => undefined);
  await warp((await now()) + 14 * DAY);
  await town.pay(ada, bo.address, 1000n);
  await town.basicIncome.write.claim([bo.id]);
  figures["income.claim"] = await used(town, town.basicIncome.write.claim([ada.id]));
  return figures;
}

/** A whole task when a relayer sends ten acts at a time: ten tasks of one poster, done by five people, two each. */
export async function measureRelayed(): Promise<GasFigures> {
  const town = await deployTown();
  const [poster, rich, other] = town.founders;
  const workers = await town.joinMany(5);
  const workerOf = (i: number) => at(workers, i % workers.length);
  const skillId = await town.createSkill("logo");
  const price = PEER / 10n;
  for (let i = 0; i < TASKS_BEFORE * workers.length; i++)
    await town.finishTask(poster, workerOf(i), { skillId, price });
  await nextMorning();
  for (const payer of [rich, other]) await town.pay(payer, poster.address, 9n * PEER);
  // The day's first touch of everybody's money.
  for (const person of [poster, ...workers]) await town.pay(rich, person.address, 1n);

  const terms = await town.terms({ skillId, flags: 1, price });
  const first = (await lastTask(town, poster)) + 1n;
  const taskOf = (i: number) => first + BigInt(i);
  const until = (await now()) + DAY;

  /** What the i-th task's signed act says besides its kind: the state it is for. */
  async function seen(i: number) {
    const { changedAt } = await town.taskMarket.read.taskOf([taskOf(i)]);
    return { taskId: taskOf(i), since: changedAt, until };
  }

  /** Sends the ten acts, each signed by its actor, in one transaction; gas of one of them. */
  async function relay(actor: (i: number) => Person, act: (i: number) => Promise<TaskAct>): Promise<number> {
    const signed = [];
    for (let i = 0; i < 10; i++) signed.push(await signAct(town, actor(i), await act(i)));
    const args = [packTaskActs(signed)] as const;
    const account = town.relayer.account;
    const { result } = await town.taskMarket.simulate.relay(args, {
      account: account.address,
      // An act is for a second that is over; the last block's is not.
      blockTag: "pending",
    });
    if (result !== 1023n) throw new Error("A relayed act failed.");
    return (await used(town, town.taskMarket.write.relay(args, { account }))) / 10;
  }

  const workerId = (i: number) => workerOf(i).id;
  const posted = await relay(
    () => poster,
    async (i) => ({ kind: "Post", taskId: taskOf(i), ...terms, contentId: body, until }),
  );
  for (let i = 0; i < 10; i++) await town.untilEligible(taskOf(i), 0);
  const claimed = await relay(workerOf, async (i) => ({
    kind: "Claim",
    ...(await seen(i)),
    memberId: workerId(i),
    price,
  }));
  const submitted = await relay(workerOf, async (i) => ({
    kind: "Submit",
    ...(await seen(i)),
    workerId: workerId(i),
    deliverableId: body,
  }));
  const accepted = await relay(
    () => poster,
    async (i) => ({ kind: "Accept", ...(await seen(i)), workerId: workerId(i), price, rating: 5 }),
  );
  return { "relay.total10": Math.round(posted + claimed + submitted + accepted) };
}

/** An act signed by its actor. */
export async function signAct(town: Town, signer: Person, act: TaskAct) {
  const chainId = await town.publicClient.getChainId();
  const typed = taskActTypedData({ chainId, contracts: { TaskMarket: town.taskMarket.address } }, act);
  return { act, signature: await signer.wallet.signTypedData(typed) };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`There is no item ${index}.`);
  return item;
}
