// Acts as the sdk signs and packs them, of every kind, on the contracts themselves.
import { decodeEnding, packTaskActs, type TaskAct } from "@peercommons/sdk";
import { decodeError } from "@peercommons/sdk/errors";
import { expect } from "chai";
import { encodeFunctionData, parseEventLogs } from "viem";
import { contentId, DAY, deployTown, networkHelpers, now, PEER, type Person } from "../../kit/fixture.ts";
import { signAct } from "../../kit/gas.ts";

type Signed = Awaited<ReturnType<typeof signAct>>;

async function actTown() {
  const town = await deployTown();
  const [poster] = town.founders;
  const worker = await town.join();
  const skillId = await town.createSkill("logo");
  const bot = await town.registerBot(skillId);
  const until = (await now()) + 10 * DAY;

  async function relay(...signed: Signed[]) {
    const hash = await town.taskMarket.write.relay([packTaskActs(signed)], { account: town.relayer.account });
    const { logs } = await town.publicClient.getTransactionReceipt({ hash });
    const events = parseEventLogs({ abi: town.taskMarket.abi, logs });
    const skipped = events.filter((event) => event.eventName === "ActSkipped");
    return { events, reasons: skipped.map(({ args }) => decodeError(args.reason)?.errorName) };
  }

  async function nextTask(): Promise<bigint> {
    const { locks } = await town.ledger.read.accountOf([poster.address]);
    return (BigInt(poster.id) << 32n) | BigInt(locks);
  }

  async function postAct(flags: number): Promise<TaskAct> {
    const terms = await town.terms({ skillId, flags, claimHours: 5, reviewHours: 300 });
    return { kind: "Post", taskId: await nextTask(), ...terms, contentId: contentId("body"), until };
  }

  const sign = (person: Person, act: TaskAct) => signAct(town, person, act);
  const state = async (taskId: bigint) => {
    const { changedAt: since, price, workerId } = await town.taskMarket.read.taskOf([taskId]);
    return { since, price, workerId };
  };
  return { town, poster, worker, skillId, bot, until, relay, nextTask, postAct, sign, state };
}

const load = () => networkHelpers.loadFixture(actTown);

describe("signed acts", () => {
  it("bring a person's task from post to paid", async () => {
    const { town, poster, worker, until, relay, postAct, sign, state } = await load();
    const post = await postAct(1);
    const { taskId } = post;
    const posted = await relay(await sign(poster, post));
    expect(posted.reasons).to.deep.equal([]);
    const task = await town.taskMarket.read.taskOf([taskId]);
    expect(task).to.include({ price: 4n * PEER, claimHours: 5, reviewHours: 300, effort: 1, flags: 9 });
    const { since, price } = await state(taskId);
    await relay(await sign(worker, { kind: "Claim", taskId, memberId: worker.id, price, since, until }));
    const claimed = { taskId, workerId: worker.id, since: (await state(taskId)).since, until };
    await relay(await sign(worker, { kind: "Submit", ...claimed, deliverableId: contentId("work") }));
    const seen = { ...claimed, since: (await state(taskId)).since, price };
    const { events } = await relay(await sign(poster, { kind: "Accept", ...seen, rating: 4 }));
    const closed = events.find((event) => event.eventName === "TaskClosed");
    expect(closed && decodeEnding(closed.args.ending)).to.include({
      outcome: "Accepted",
      paid: price,
      rating: 4,
    });
  });

  it("bring a bot's task from post to paid", async () => {
    const { town, poster, bot, until, relay, postAct, sign, state } = await load();
    const post = await postAct(0);
    const { taskId } = post;
    await relay(await sign(poster, post));
    const { since, price } = await state(taskId);
    const work = { taskId, botId: bot.id, deliverableId: contentId("work"), since, until };
    await relay(await sign(bot, { kind: "Deliver", ...work }));
    const seen = { taskId, workerId: bot.id, price, since: (await state(taskId)).since, until };
    await relay(await sign(poster, { kind: "Accept", ...seen, rating: 0 }));
    expect(await town.taskMarket.read.taskWord([taskId])).to.equal(0n);
  });

  it("go together with the forwarder's calls, each once whichever way it comes", async () => {
    const { town, poster, worker, until, relay, sign, state } = await load();
    const taskId = await town.post(poster, { skillId: 1, flags: 1 });
    const { since, price } = await state(taskId);
    const act = await sign(worker, { kind: "Claim", taskId, memberId: worker.id, price, since, until });
    await town.claim(taskId, worker);
    expect((await relay(act)).reasons).to.deep.equal(["TaskMarketWrongState"]);
    await town.taskMarket.write.release([taskId], { account: worker.wallet.account });
    expect((await relay(act)).reasons).to.deep.equal(["TaskMarketActNotSigned"]);
    // The batch itself may come through any door; who sends it means nothing.
    const again = await sign(worker, {
      ...{ kind: "Claim", taskId, memberId: worker.id, price, until },
      since: (await state(taskId)).since,
    });
    const data = encodeFunctionData({
      ...{ abi: town.taskMarket.abi, functionName: "relay", args: [packTaskActs([again])] },
    });
    await town.relayer.sendTransaction({ to: town.taskMarket.address, data: `${data}${"ab".repeat(20)}` });
    expect((await state(taskId)).workerId).to.equal(worker.id);
  });

  it("tell why one was skipped as the same act sent directly would", async () => {
    const { town, poster, worker, until, relay, sign, state, postAct } = await load();
    const taskId = await town.post(poster, { skillId: 1, flags: 1 });
    const { since, price } = await state(taskId);
    const own = await sign(poster, { kind: "Claim", taskId, memberId: poster.id, price, since, until });
    const dear = await sign(poster, { ...(await postAct(1)), price: 1_000_000n * PEER } as TaskAct);
    const good = await sign(worker, { kind: "Claim", taskId, memberId: worker.id, price, since, until });
    const { reasons } = await relay(own, dear, good, good);
    expect(reasons).to.deep.equal(["TaskMarketOwnTask", "LedgerInsufficient", "TaskMarketWrongState"]);
    expect((await state(taskId)).workerId).to.equal(worker.id);
  });
});
