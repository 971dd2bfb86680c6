// What the town's acts cost: each through its public entry point, in its own transaction, cold, intrinsic gas included, in the
// state people live in after their first weeks (slots used before, cash in hand, levels that hold still).
import { type Address, encodeFunctionData, type Hex } from "viem";
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
  // A first relayed act each, so that nonces are not fresh, and the day's first touch of everybody's money.
  for (const person of [poster, ...workers]) {
    const profile = encodeFunctionData({
      abi: town.members.abi,
      functionName: "setProfile",
      args: [person.id, body],
    });
    await town.forwarder.write.execute([
      await signRequest(town, person, profile, { to: town.members.address }),
    ]);
    await town.pay(rich, person.address, 1n);
  }

  const { abi } = town.taskMarket;
  const terms = await town.terms({ skillId, flags: 1, price });
  const count = 10;
  const taskIds: bigint[] = [];
  const taskOf = (i: number) => at(taskIds, i);
  const post = () => encodeFunctionData({ abi, functionName: "post", args: [poster.id, terms, body] });
  const claim = (i: number) =>
    encodeFunctionData({ abi, functionName: "claim", args: [taskOf(i), workerOf(i).id] });
  const submit = (i: number) => encodeFunctionData({ abi, functionName: "submit", args: [taskOf(i), body] });
  const accept = (i: number) => encodeFunctionData({ abi, functionName: "accept", args: [taskOf(i), 5] });
  const account = town.relayer.account;

  /** Sends the ten acts, each signed by its actor, in one transaction; gas of one of them. */
  async function relay(actor: (i: number) => Person, data: (i: number) => Hex): Promise<number> {
    const requests = [];
    const sent = new Map<number, bigint>();
    for (let i = 0; i < count; i++) {
      const person = actor(i);
      const ahead = sent.get(person.id) ?? 0n;
      requests.push(await signRequest(town, person, data(i), { ahead }));
      sent.set(person.id, ahead + 1n);
    }
    const { result } = await town.forwarder.simulate.executeBatch([requests], { account: account.address });
    if (result.includes(false)) throw new Error("A relayed act failed.");
    return (await used(town, town.forwarder.write.executeBatch([requests], { account }))) / count;
  }

  const posted = await relay(() => poster, post);
  const last = await lastTask(town, poster);
  for (let i = 0; i < count; i++) taskIds.push(last - BigInt(count - 1 - i));
  for (const taskId of taskIds) await town.untilEligible(taskId, 0);
  const claimed = await relay(workerOf, claim);
  const submitted = await relay(workerOf, submit);
  const accepted = await relay(() => poster, accept);
  return { "relay.total10": Math.round(posted + claimed + submitted + accepted) };
}

/** A forwarded call signed by its actor; `ahead` counts earlier ones of the same batch. */
export async function signRequest(
  town: Town,
  signer: Person,
  data: Hex,
  options: { to?: Address; ahead?: bigint } = {},
) {
  const message = {
    from: signer.address,
    to: options.to ?? town.taskMarket.address,
    value: 0n,
    gas: 400_000n,
    nonce: (await town.forwarder.read.nonces([signer.address, 0n])) + (options.ahead ?? 0n),
    deadline: (await now()) + DAY,
    data,
  };
  const signature = await signer.wallet.signTypedData({
    domain: {
      name: "PeerCommons Forwarder",
      version: "1",
      chainId: await town.publicClient.getChainId(),
      verifyingContract: town.forwarder.address,
    },
    types: {
      ForwardRequest: [
        { name: "from", type: "address" },
        { name: "to", type: "address" },
        { name: "value", type: "uint256" },
        { name: "gas", type: "uint256" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint48" },
        { name: "data", type: "bytes" },
      ],
    },
    primaryType: "ForwardRequest",
    message,
  });
  return { ...message, signature };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`There is no item ${index}.`);
  return item;
}
