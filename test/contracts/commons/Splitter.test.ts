import { expect } from "chai";
import { concat, getAddress, keccak256, stringToHex, toHex, zeroAddress } from "viem";
import { DAY, deployTown, networkHelpers, PEER, type Person, skip, viem } from "../../kit/fixture.ts";
import { as, rotation } from "../../kit/people.ts";

/** A bot that keeps 20 % for compute, 70 % of the rest for commons and pot in halves, and has been paid 4 PEER. */
async function earningBot() {
  const town = await deployTown();
  const { bots, founders, pay, ledger } = town;
  const [creator, payer, other] = founders;
  const skillId = await town.createSkill("design");
  const bot = await town.registerBot(skillId);
  const payee = await bots.read.payeeOf([bot.id]);
  await pay(payer, payee, 4n * PEER);
  const pot = await town.splitter.read.potAddress([skillId]);
  const balance = (address: `0x${string}`) => ledger.read.signedBalanceOf([address]);
  return { ...town, creator, payer, other, skillId, bot, payee, pot, balance };
}

describe("Splitter", () => {
  const load = () => networkHelpers.loadFixture(earningBot);

  describe("push", () => {
    it("gives everybody their share and keeps nothing itself", async () => {
      const { splitter, ledger, bot, creator, payee, pot, skillId, balance } = await load();
      const before = await balance(creator.address);
      await splitter.write.push([bot.id]);
      expect(await balance(bot.address)).to.equal(800_000n);
      expect((await balance(creator.address)) - before).to.equal(960_000n);
      expect(await balance(await ledger.read.commons())).to.equal(1_120_000n);
      expect(await splitter.read.potOf([skillId])).to.equal(1_120_000n);
      expect(await balance(pot)).to.equal(1_120_000n);
      expect(await balance(splitter.address)).to.equal(0n);
      expect(await balance(payee)).to.equal(0n);
    });

    it("tells the parts", async () => {
      const { splitter, bot, skillId, other } = await load();
      await viem.assertions.emitWithArgs(splitter.write.push([bot.id], as(other)), splitter, "SplitPushed", [
        bot.id,
        skillId,
        4_000_000n,
        800_000n,
        0n,
        960_000n,
        1_120_000n,
        1_120_000n,
      ]);
    });

    it("loses no unit of an odd amount", async () => {
      const { splitter, ledger, bot, payee, pay, other, sumOfBalances } = await load();
      await splitter.write.push([bot.id]);
      for (const amount of [1n, 2n, 3n, 7n, 99n, 1_000_001n]) {
        await pay(other, payee, amount);
        await splitter.write.push([bot.id]);
        const [event] = await splitter.getEvents.SplitPushed();
        const { total, compute, upstream, creator, commons, pot } = event?.args ?? {};
        expect(total).to.equal(amount);
        const parts = [compute, upstream, creator, commons, pot].map((part) => part ?? -1n);
        expect(parts.reduce((sum, part) => sum + part, 0n)).to.equal(amount);
        expect(await ledger.read.signedBalanceOf([payee])).to.equal(0n);
      }
      expect(await sumOfBalances()).to.equal(0n);
    });

    it("shares what is left when the money waited and decayed", async () => {
      const { splitter, ledger, bot, payee, sumOfBalances } = await load();
      await skip(100 * DAY);
      const left = await ledger.read.balanceOf([payee]);
      expect(left < 4n * PEER).to.equal(true);
      expect(await splitter.read.pending([bot.id])).to.equal(left);
      const { result } = await splitter.simulate.push([bot.id]);
      expect(result).to.equal(left);
      await splitter.write.push([bot.id]);
      expect(await ledger.read.signedBalanceOf([payee])).to.equal(0n);
      expect(await sumOfBalances()).to.equal(0n);
    });

    it("follows keys that change between one push and the next", async () => {
      const town = await load();
      const { splitter, members, bot, creator, other, newWallet, pay, payee, balance, sumOfBalances } = town;
      await splitter.write.push([bot.id]);
      const [operator, maker] = [newWallet(), newWallet()];
      for (const [person, fresh] of [
        [bot, operator],
        [creator, maker],
      ] as const)
        await members.write.rotate(await rotation(town, person.id, fresh), as(person));
      const before = await balance(maker.account.address);
      await pay(other, payee, 4n * PEER);
      await splitter.write.push([bot.id]);
      expect(await balance(operator.account.address)).to.equal(1_600_000n);
      expect((await balance(maker.account.address)) - before).to.equal(960_000n);
      for (const person of [bot, creator]) expect(await balance(person.address)).to.equal(0n);
      expect(await sumOfBalances()).to.equal(0n);
    });

    it("hears of keys from the registry alone", async () => {
      const { splitter, bot, creator, other } = await load();
      await splitter.write.push([bot.id]);
      await viem.assertions.revertWithCustomErrorWithArgs(
        splitter.write.accountRotated([creator.id, creator.address, other.address], as(other)),
        splitter,
        "SplitterNotAuthorised",
        [getAddress(other.address)],
      );
    });

    it("pays the operator's and the creator's present keys", async () => {
      const town = await load();
      const { splitter, members, bot, creator, newWallet, balance } = town;
      const rotate = async (person: Person) => {
        const fresh = newWallet();
        await members.write.rotate(await rotation(town, person.id, fresh), as(person));
        return fresh.account.address;
      };
      const [operator, maker] = [await rotate(bot), await rotate(creator)];
      await splitter.write.push([bot.id]);
      expect(await balance(operator)).to.equal(800_000n);
      expect(await balance(maker)).to.equal(960_000n);
      expect(await balance(bot.address)).to.equal(0n);
    });

    it("pays a creator who left", async () => {
      const { splitter, members, bot, creator, balance } = await load();
      const before = await balance(creator.address);
      await members.write.leave([creator.id], as(creator));
      await splitter.write.push([bot.id]);
      expect((await balance(creator.address)) - before).to.equal(960_000n);
    });

    it("refuses when nothing has arrived, and for what is no bot", async () => {
      const { splitter, bot, creator } = await load();
      await splitter.write.push([bot.id]);
      await viem.assertions.revertWithCustomErrorWithArgs(
        splitter.write.push([bot.id]),
        splitter,
        "SplitterNothing",
        [bot.id],
      );
      for (const id of [creator.id, 0, 999]) {
        await viem.assertions.revertWithCustomErrorWithArgs(
          splitter.write.push([id]),
          splitter,
          "SplitterUnknownBot",
          [id],
        );
      }
    });

    it("stays below 80,000 gas", async () => {
      const { splitter, bot, payee, pay, other, publicClient } = await load();
      // The first push opens everybody's accounts; the figure is that of every later one.
      await splitter.write.push([bot.id]);
      await pay(other, payee, PEER);
      const hash = await splitter.write.push([bot.id]);
      const { gasUsed } = await publicClient.getTransactionReceipt({ hash });
      expect(gasUsed <= 80_000n, `used ${gasUsed}`).to.equal(true);
    });
  });

  describe("a payee", () => {
    it("cannot be emptied by anybody else", async () => {
      const { ledger, payee, bot, creator } = await load();
      for (const person of [bot, creator]) {
        await viem.assertions.revertWithCustomError(
          ledger.write.transferFrom([payee, person.address, 1n], as(person)),
          ledger,
          "LedgerAllowance",
        );
        await viem.assertions.revertWithCustomError(
          ledger.write.collect([payee, 1n, false], as(person)),
          ledger,
          "LedgerNotOperator",
        );
      }
    });
  });

  describe("pots", () => {
    it("lie at an address that is a function of the skill alone", async () => {
      const { splitter } = await load();
      const hash = keccak256(concat([stringToHex("PeerCommons pot", { size: 32 }), toHex(7, { size: 32 })]));
      expect(await splitter.read.potAddress([7])).to.equal(getAddress(`0x${hash.slice(26)}`));
    });

    it("gather what all bots of a skill bring, and of that skill only", async () => {
      const { splitter, bots, bot, skillId, createSkill, registerBot, pay, other, sumOfBalances } =
        await load();
      const second = await registerBot(skillId, { commonsBps: 9000, potBps: 8000, computeBps: 0 });
      const elsewhere = await createSkill("letters");
      const third = await registerBot(elsewhere);
      for (const { id } of [second, third]) await pay(other, await bots.read.payeeOf([id]), PEER);
      for (const { id } of [bot, second, third]) await splitter.write.push([id]);
      expect(await splitter.read.potOf([skillId])).to.equal(1_120_000n + 720_000n);
      expect(await splitter.read.potOf([elsewhere])).to.equal(280_000n);
      expect(await sumOfBalances()).to.equal(0n);
    });

    it("are handed to one contract, once, by the governor", async () => {
      const { splitter, governor, creator, other } = await load();
      const account = { account: governor.account };
      const refused = (call: Promise<unknown>) =>
        viem.assertions.revertWithCustomError(call, splitter, "SplitterNotAuthorised");
      await refused(splitter.write.setPots([other.address], as(creator)));
      await refused(splitter.write.setPots([zeroAddress], account));
      await viem.assertions.emitWithArgs(
        splitter.write.setPots([other.address], account),
        splitter,
        "PotsSet",
        [getAddress(other.address)],
      );
      await refused(splitter.write.setPots([creator.address], account));
    });

    it("give what they hold to that contract alone", async () => {
      const { splitter, governor, creator, other, bot, skillId, balance } = await load();
      await splitter.write.push([bot.id]);
      await viem.assertions.revertWithCustomError(
        splitter.write.takePot([skillId], as(creator)),
        splitter,
        "SplitterNotAuthorised",
      );
      await splitter.write.setPots([other.address], { account: governor.account });
      const before = await balance(other.address);
      await viem.assertions.emitWithArgs(splitter.write.takePot([skillId], as(other)), splitter, "PotTaken", [
        skillId,
        1_120_000n,
      ]);
      expect((await balance(other.address)) - before).to.equal(1_120_000n);
      expect(await splitter.read.potOf([skillId])).to.equal(0n);
      await splitter.write.takePot([skillId], as(other));
      expect((await balance(other.address)) - before).to.equal(1_120_000n);
    });
  });
});
