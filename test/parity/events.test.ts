// Events rebuild the world: what the contracts hold is told by their logs alone, without one read of storage.
import { abis, decodeStanding } from "@peercommons/sdk";
import { expect } from "chai";
import { type Address, type Log, parseEventLogs } from "viem";
import { contentId, DAY, deployTown, networkHelpers, PEER, skip, type Town } from "../kit/fixture.ts";

const all = Object.values(abis).flat();

/** Everything the logs say, last word winning. */
function rebuild(logs: Log[]) {
  const balances = new Map<Address, bigint>();
  const limits = new Map<Address, bigint>();
  const owners = new Map<number, Address>();
  const seats = new Map<number, number>();
  const tasks = new Map<bigint, bigint>();
  const standings = new Map<string, bigint>();
  const skillWords = new Map<number, bigint>();
  const histograms = new Map<number, bigint>();
  const move = (account: Address, amount: bigint) =>
    balances.set(account, (balances.get(account) ?? 0n) + amount);
  for (const log of parseEventLogs({ abi: all, logs })) {
    if (log.args === undefined) continue;
    if (log.eventName === "Transfer") {
      move(log.args.from, -log.args.value);
      move(log.args.to, log.args.value);
    } else if (log.eventName === "LimitSet") limits.set(log.args.account, log.args.limit);
    else if (log.eventName === "AccountMoved") {
      limits.set(log.args.to, limits.get(log.args.from) ?? 0n);
      limits.set(log.args.from, 0n);
    } else if (log.eventName === "AccountRegistered") owners.set(log.args.accountId, log.args.owner);
    else if (log.eventName === "AccountRotated") owners.set(log.args.accountId, log.args.to);
    else if (log.eventName === "SeatTaken" || log.eventName === "SeatRenewed")
      seats.set(log.args.accountId, log.args.seatUntilDay);
    else if (log.eventName === "SeatLeft" || log.eventName === "SeatExpired")
      seats.set(log.args.accountId, 0);
    else if (log.eventName === "TaskClosed") tasks.set(log.args.taskId, 0n);
    else if (log.eventName === "OutcomeRecorded" || log.eventName === "StandingChanged")
      standings.set(`${log.args.memberId}/${log.args.skillId}`, log.args.standing);
    else if (log.eventName === "SkillWordChanged") skillWords.set(log.args.skillId, log.args.word);
    else if (log.eventName === "HistogramChanged") histograms.set(log.args.skillId, log.args.histogram);
    else if ("task" in log.args && "taskId" in log.args) tasks.set(log.args.taskId, log.args.task);
  }
  return { balances, limits, owners, seats, tasks, standings, skillWords, histograms };
}

/** Other towns may stand on the same chain. */
const contractsOf = (town: Town): Address[] =>
  Object.values(town).flatMap((part) => ("abi" in part && "address" in part ? [part.address] : []));

/** A bit of everything that can happen in a town. */
async function live(town: Town): Promise<{ members: number[]; skills: number[] }> {
  const [ada, bruno] = town.founders;
  const skillId = await town.createSkill("logo");
  const worker = await town.join();
  const leaver = await town.join();
  const bot = await town.registerBot(skillId);
  await town.finishTask(ada, worker, { skillId });
  await skip(DAY);
  await town.finishTask(bruno, worker, { skillId, price: 6n * PEER });
  const lost = await town.post(ada, { skillId, flags: 1 });
  await town.untilEligible(lost);
  await town.claim(lost, leaver);
  await skip(5 * 3_600);
  await town.taskMarket.write.expireClaim([lost]);
  const machine = await town.post(bruno, { skillId, price: PEER });
  await town.deliver(machine, bot);
  await town.accept(machine, bruno);
  await town.splitter.write.push([bot.id]);
  const waiting = await town.post(ada, { skillId, price: PEER });
  await town.taskMarket.write.raise([waiting, 2n * PEER], { account: ada.wallet.account });
  await town.pay(worker, leaver.address, PEER);
  await skip(8 * DAY);
  await town.basicIncome.write.openEpoch();
  await town.creditLines.write.refresh([worker.id]);
  await town.members.write.leave([leaver.id], { account: leaver.wallet.account });
  await town.members.write.setProfile([worker.id, contentId("profile")], { account: worker.wallet.account });
  return { members: [ada.id, bruno.id, worker.id, leaver.id], skills: [skillId] };
}

describe("events rebuild the world", () => {
  async function lived() {
    const town = await deployTown();
    const seen = await live(town);
    const logs = await town.publicClient.getLogs({ address: contractsOf(town), fromBlock: 0n });
    return { town, seen, told: rebuild(logs) };
  }

  it("every balance and limit of the ledger", async () => {
    const { town, told } = await networkHelpers.loadFixture(lived);
    expect(told.balances.size).to.be.greaterThan(6);
    for (const [account, balance] of told.balances)
      expect((await town.ledger.read.accountOf([account])).balance, account).to.equal(balance);
    for (const [account, limit] of told.limits)
      expect((await town.ledger.read.accountOf([account])).limit, account).to.equal(limit);
  });

  it("every account's owner and seat", async () => {
    const { town, told } = await networkHelpers.loadFixture(lived);
    expect(told.owners.size).to.equal(await town.members.read.accountCount());
    for (const [id, owner] of told.owners) {
      const account = await town.members.read.accountOf([id]);
      expect(account.owner).to.equal(owner);
      expect(account.seatUntilDay).to.equal(told.seats.get(id) ?? 0);
    }
  });

  it("every task's word", async () => {
    const { town, told } = await networkHelpers.loadFixture(lived);
    expect(told.tasks.size).to.equal(5);
    for (const [taskId, word] of told.tasks)
      expect(await town.taskMarket.read.taskWord([taskId])).to.equal(word);
  });

  it("every standing, skill word and histogram", async () => {
    const { town, seen, told } = await networkHelpers.loadFixture(lived);
    expect(told.standings.size).to.equal(2);
    for (const [key, word] of told.standings) {
      const [memberId = 0, skillId = 0] = key.split("/").map(Number);
      const { points, level, badge, inHand, done, late, rating } = decodeStanding(word);
      expect(await town.levels.read.standingOf([memberId, skillId])).to.deep.include({
        ...{ points: Number(points), level, badge, inHand, done, late, rating },
      });
    }
    for (const skillId of seen.skills) {
      expect(await town.levels.read.skillWord([skillId])).to.equal(told.skillWords.get(skillId));
      expect(await town.levels.read.histogram([skillId])).to.equal(told.histograms.get(skillId));
    }
  });
});
