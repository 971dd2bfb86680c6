import { expect } from "chai";
import { type Address, getAddress, zeroAddress } from "viem";
import { deployTown, networkHelpers, PEER, type Person, viem } from "../../kit/fixture.ts";

const WEEK = 7 * 86_400;

/** Three founders at the start of a week; `give` puts money of the first one's line into the commons. */
async function setUp() {
  const town = await deployTown();
  const { basicIncome, ledger, taskMarket, members, founders } = town;
  const start = (Math.floor((await networkHelpers.time.latest()) / WEEK) + 1) * WEEK + 60;
  await networkHelpers.time.increaseTo(start);
  const as = async (who: Address) => {
    await networkHelpers.impersonateAccount(who);
    await networkHelpers.setBalance(who, 10n ** 18n);
    return { account: who };
  };
  const give = async (amount: bigint) => {
    const by = await as(taskMarket.address);
    await ledger.write.collect([founders[0].address, amount, true], by);
    await ledger.write.disburse([ledger.address, amount], by);
  };
  const commons = () => ledger.read.balanceOf([ledger.address]);
  const held = () => ledger.read.balanceOf([basicIncome.address]);
  const balance = (who: Person) => ledger.read.signedBalanceOf([who.address]);
  const refused = (call: Promise<unknown>, error: string, args: readonly unknown[]) =>
    viem.assertions.revertWithCustomErrorWithArgs(call, basicIncome, error as never, [...args]);
  const weeks = async (count: number) => {
    const latest = await networkHelpers.time.latest();
    await networkHelpers.time.increaseTo((Math.floor(latest / WEEK) + count) * WEEK + 60);
  };
  const leave = (who: Person) => members.write.leave([who.id], { account: who.wallet.account });
  return { ...town, as, give, commons, held, balance, refused, weeks, leave };
}

describe("BasicIncome", () => {
  describe("openEpoch", () => {
    it("moves equal shares of a quarter of the commons out before anybody is owed them", async () => {
      const { basicIncome, give, commons, held } = await setUp();
      await give(8n * PEER + 1n);
      await basicIncome.write.openEpoch();
      // A quarter is 2,000,000 units, a third of that 666,666; two units stay.
      expect(await held()).to.equal(3n * 666_666n);
      expect(await commons()).to.equal(8n * PEER + 1n - 3n * 666_666n);
      expect(await basicIncome.read.claimable([1])).to.deep.equal([666_666n, 0n]);
    });

    it("is refused a second time in the same week", async () => {
      const { basicIncome, refused } = await setUp();
      await basicIncome.write.openEpoch();
      const epoch = await basicIncome.read.lastEpoch();
      expect(epoch).to.equal(await basicIncome.read.epochNow());
      await refused(basicIncome.write.openEpoch(), "BasicIncomeEpochOpen", [epoch]);
    });

    it("gives nothing, and breaks nothing, from an empty commons", async () => {
      const { basicIncome, held, refused } = await setUp();
      await viem.assertions.emitWithArgs(basicIncome.write.openEpoch(), basicIncome, "EpochOpened", [
        await basicIncome.read.epochNow(),
        0n,
        3,
        0n,
      ]);
      expect(await held()).to.equal(0n);
      await refused(basicIncome.write.claim([1]), "BasicIncomeNothing", [1]);
    });

    it("costs the same after nine skipped weeks and after a thousand", async () => {
      const { basicIncome, give, weeks, publicClient } = await setUp();
      const openAfter = async (count: number) => {
        await weeks(count);
        const hash = await basicIncome.write.openEpoch();
        return Number((await publicClient.getTransactionReceipt({ hash })).gasUsed);
      };
      await give(8n * PEER);
      // The first rounds write to places that were never used.
      await openAfter(10);
      await openAfter(10);
      const few = await openAfter(10);
      const many = await openAfter(1000);
      expect(Math.abs(many - few)).to.be.lessThan(500);
    });

    it("pays one share for weeks that nobody opened", async () => {
      const { basicIncome, give, weeks } = await setUp();
      await give(8n * PEER);
      await weeks(5);
      await basicIncome.write.openEpoch();
      expect(await basicIncome.read.claimable([2])).to.deep.equal([666_666n, 0n]);
    });
  });

  describe("claim", () => {
    it("pays the owner, whoever calls, and opens the epoch when it is due", async () => {
      const { basicIncome, give, founders, relayer, balance, held } = await setUp();
      await give(8n * PEER);
      expect(await basicIncome.read.claimable([2])).to.deep.equal([666_666n, 0n]);
      await basicIncome.write.claim([2], { account: relayer.account });
      expect(await balance(founders[1])).to.equal(666_666n);
      expect(await held()).to.equal(2n * 666_666n);
      expect(await basicIncome.read.claimable([2])).to.deep.equal([0n, 0n]);
    });

    it("pays several weeks at once", async () => {
      const { basicIncome, give, weeks, founders, balance } = await setUp();
      let due = 0n;
      for (let i = 0; i < 3; i++) {
        await give(3n * PEER);
        due += (await basicIncome.simulate.openEpoch()).result;
        await basicIncome.write.openEpoch();
        await weeks(1);
      }
      const [claimable] = await basicIncome.read.claimable([2]);
      const nextShare = (await basicIncome.simulate.openEpoch()).result;
      expect(claimable).to.equal(due + nextShare);
      await basicIncome.write.claim([2]);
      expect(await balance(founders[1])).to.equal(claimable);
    });

    it("is refused when nothing is due, and to accounts without a seat", async () => {
      const { basicIncome, give, refused, registerOrganisation } = await setUp();
      await give(8n * PEER);
      await basicIncome.write.claim([1]);
      await refused(basicIncome.write.claim([1]), "BasicIncomeNothing", [1]);
      const organisation = await registerOrganisation();
      for (const id of [organisation.id, 0, 999]) {
        await refused(basicIncome.write.claim([id]), "BasicIncomeNotEntered", [id]);
        await refused(basicIncome.read.claimable([id]), "BasicIncomeNotEntered", [id]);
      }
    });
  });

  describe("expiry", () => {
    it("keeps a share for eight epochs and then gives it back to the commons in the claim's own call", async () => {
      const { basicIncome, give, weeks, held, commons, founders, balance } = await setUp();
      await give(8n * PEER);
      await basicIncome.write.openEpoch();
      const first = 666_666n;
      await weeks(7);
      expect((await basicIncome.read.claimable([2]))[1]).to.equal(0n);
      await weeks(1);
      const [amount, expired] = await basicIncome.read.claimable([2]);
      expect(expired).to.equal(first);
      await basicIncome.write.openEpoch();
      const [before, inCommons] = [await held(), await commons()];
      await basicIncome.write.claim([2]);
      expect(await balance(founders[1])).to.equal(amount);
      expect(await held()).to.equal(before - amount - expired);
      expect(await commons()).to.equal(inCommons + expired);
    });

    it("keeps what came later, when epochs were opened now and then", async () => {
      const { basicIncome, give, weeks } = await setUp();
      const shares: bigint[] = [];
      const open = async () => {
        await give(3n * PEER);
        shares.push((await basicIncome.simulate.openEpoch()).result);
        await basicIncome.write.openEpoch();
      };
      await open();
      await weeks(3);
      await open();
      await weeks(4);
      await open();
      await weeks(1);
      // Week 8: the first share is eight weeks old, the second five, the third one.
      const [amount, expired] = await basicIncome.read.claimable([3]);
      expect(expired).to.equal(shares[0]);
      const fourth = (await basicIncome.simulate.openEpoch()).result;
      expect(amount).to.equal((shares[1] ?? 0n) + (shares[2] ?? 0n) + fourth);
    });

    it("lets a claim that only returns expired shares succeed, with nothing paid", async () => {
      const { basicIncome, give, weeks, held, ledger } = await setUp();
      await give(8n * PEER);
      await basicIncome.write.openEpoch();
      // Empty the commons, so that no new share comes.
      const left = await ledger.read.balanceOf([ledger.address]);
      const income = basicIncome.address;
      await networkHelpers.impersonateAccount(income);
      await networkHelpers.setBalance(income, 10n ** 18n);
      await ledger.write.drawCommons([left], { account: income });
      await weeks(9);
      await viem.assertions.emitWithArgs(basicIncome.write.claim([2]), basicIncome, "IncomeClaimed", [
        2,
        (await basicIncome.read.markOf([2]))[0],
        0n,
        666_666n,
      ]);
      expect(await held()).to.equal(left + 2n * 666_666n);
    });
  });

  describe("joining, leaving and rotating", () => {
    it("gives a newcomer nothing of what was opened before", async () => {
      const { basicIncome, give, join } = await setUp();
      await give(8n * PEER);
      await basicIncome.write.openEpoch();
      const dia = await join();
      expect(await basicIncome.read.claimable([dia.id])).to.deep.equal([0n, 0n]);
      expect(await basicIncome.read.seats()).to.equal(4);
    });

    it("pays what is owed when somebody leaves, and stops there", async () => {
      const { basicIncome, give, founders, balance, leave, weeks, held, refused } = await setUp();
      await give(8n * PEER);
      await basicIncome.write.openEpoch();
      await leave(founders[1]);
      expect(await balance(founders[1])).to.equal(666_666n);
      expect(await held()).to.equal(2n * 666_666n);
      await weeks(1);
      await basicIncome.write.openEpoch();
      await refused(basicIncome.write.claim([2]), "BasicIncomeNotEntered", [2]);
    });

    it("returns the expired part when somebody leaves", async () => {
      const { basicIncome, give, founders, leave, weeks, held, commons, balance } = await setUp();
      await give(8n * PEER);
      await basicIncome.write.openEpoch();
      await weeks(8);
      await basicIncome.write.openEpoch();
      const [before, inCommons] = [await held(), await commons()];
      await leave(founders[1]);
      const paid = await balance(founders[1]);
      expect(await commons()).to.equal(inCommons + 666_666n);
      expect(await held()).to.equal(before - paid - 666_666n);
    });

    it("lets the last member leave, and the commons keep its money", async () => {
      const { basicIncome, give, founders, leave, held, weeks, commons } = await setUp();
      await give(8n * PEER);
      await basicIncome.write.openEpoch();
      for (const founder of founders) await leave(founder);
      expect(await held()).to.equal(0n);
      await weeks(1);
      const before = await commons();
      await basicIncome.write.openEpoch();
      expect(await commons()).to.equal(before);
    });

    it("follows a rotated key", async () => {
      const { basicIncome, members, founders, give, as, ledger } = await setUp();
      await give(8n * PEER);
      await basicIncome.write.openEpoch();
      const fresh: Address = "0x00000000000000000000000000000000000F4e54";
      const by = await as(members.address);
      await ledger.write.moveAccount([founders[1].address, fresh], by);
      await basicIncome.write.accountRotated([2, founders[1].address, fresh], by);
      await basicIncome.write.claim([2]);
      expect(await ledger.read.balanceOf([fresh])).to.equal(666_666n);
    });

    it("listens to Members alone", async () => {
      const { basicIncome, relayer, refused } = await setUp();
      const by = { account: relayer.account };
      const args = [getAddress(relayer.account.address)];
      await refused(basicIncome.write.seatTaken([9, zeroAddress], by), "BasicIncomeNotAuthorised", args);
      await refused(basicIncome.write.seatEnded([1, zeroAddress], by), "BasicIncomeNotAuthorised", args);
      const rotated = basicIncome.write.accountRotated([1, zeroAddress, zeroAddress], by);
      await refused(rotated, "BasicIncomeNotAuthorised", args);
    });
  });
});
