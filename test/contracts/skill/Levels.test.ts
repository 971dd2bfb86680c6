import { expect } from "chai";
import { getAddress, parseEventLogs, zeroAddress } from "viem";
import {
  DAY,
  deployTown,
  networkHelpers,
  now,
  PEER,
  type Person,
  skip,
  viem,
  warp,
} from "../../kit/fixture.ts";

async function townWithSkill() {
  const town = await deployTown();
  const skillId = await town.createSkill("logo");
  const as = (person: Person) => ({ account: person.wallet.account });
  return { ...town, skillId, as };
}

const load = () => networkHelpers.loadFixture(townWithSkill);

describe("Levels", () => {
  describe("an accepted task", () => {
    it("is worth 10 points a root PEER from a trusted new payer, and lifts to level 1", async () => {
      const t = await load();
      const [ada, bo] = t.founders;
      await t.finishTask(ada, bo, { skillId: t.skillId, price: 4n * PEER });
      const standing = await t.levels.read.standingOf([bo.id, t.skillId]);
      // isqrt(4,000,000) = 2000; first outcome: K = 768, band 2 (T = 1280), r = 256, x = 1024: E = 256 - 225 = 31.
      // r = 256 + 768 * (256 - 31) / 256 * 16 / 16 = 256 + 675 = 931; volume floor(log2(3)) = 1; breadth 2.
      expect(standing).to.include({
        points: 2000,
        rating: 931,
        level: 1,
        badge: 1,
        done: 1,
        late: 0,
        inHand: 0,
      });
      expect(standing.payers).to.equal(1n << BigInt(ada.id % 64));
    });

    it("from the same payer again is worth a quarter", async () => {
      const t = await load();
      const [ada, bo] = t.founders;
      for (let i = 0; i < 2; i++) await t.finishTask(ada, bo, { skillId: t.skillId, price: 4n * PEER });
      expect((await t.levels.read.standingOf([bo.id, t.skillId])).points).to.equal(2500);
    });

    it("from a newcomer of less than 30 days is worth a quarter, of 30 days half, of 90 all", async () => {
      const t = await load();
      const worker = t.founders[0];
      const payers = await t.joinMany(3);
      const expected = [500, 1000, 2000];
      for (const [i, payer] of payers.entries()) {
        const before = (await t.levels.read.standingOf([worker.id, t.skillId])).points;
        await t.finishTask(payer, worker, { skillId: t.skillId, price: 4n * PEER });
        const after = (await t.levels.read.standingOf([worker.id, t.skillId])).points;
        expect(after - before).to.equal(expected[i]);
        await skip(i === 0 ? 31 * DAY : 61 * DAY);
      }
    });

    it("from a payer without a seat pays money and no points", async () => {
      const t = await load();
      const [, bo, cem] = t.founders;
      const organisation = await t.registerOrganisation();
      await t.pay(cem, organisation.address, 5n * PEER);
      await t.finishTask(organisation, bo, { skillId: t.skillId, price: 4n * PEER });
      const standing = await t.levels.read.standingOf([bo.id, t.skillId]);
      expect(standing).to.include({ points: 0, level: 0, done: 1, rating: 256 });
      expect(await t.ledger.read.balanceOf([bo.address])).to.equal(4n * PEER);
    });

    it("stops at the payer's weekly budget and starts again next week", async () => {
      const t = await load();
      const [ada, bo, cem] = t.founders;
      await warp((Math.floor((await now()) / (7 * DAY)) + 1) * 7 * DAY);
      const skills: number[] = [];
      for (let i = 0; i < 12; i++) skills.push(await t.createSkill(`skill-${i}`));
      // 4 PEER from a new payer are 2000 of 20,000; every skill is new.
      for (const skillId of skills) {
        await t.finishTask(ada, bo, { skillId, price: 4n * PEER });
        await t.pay(bo, ada.address, 4n * PEER);
      }
      expect((await t.levels.read.trustOf([ada.id]))[1]).to.equal(0);
      expect((await t.levels.read.standingOf([bo.id, skills[10] ?? 0])).points).to.equal(0);
      await skip(7 * DAY);
      expect(await t.levels.read.trustOf([ada.id])).to.deep.equal([4, 20_000]);
      expect(await t.levels.read.trustOf([cem.id])).to.deep.equal([4, 20_000]);
    });

    it("teaches the octiles once a payer, skill and day", async () => {
      const t = await load();
      const [ada, bo, cem] = t.founders;
      const count = async () => Number(((await t.levels.read.skillWord([t.skillId])) >> 112n) & 0xffffffffn);
      const finish = (payer: Person) => t.finishTask(payer, bo, { skillId: t.skillId, price: PEER });
      await warp((Math.floor((await now()) / DAY) + 1) * DAY);
      await finish(ada);
      await finish(ada);
      expect(await count()).to.equal(1);
      await finish(cem);
      expect(await count()).to.equal(2);
      await skip(DAY);
      await finish(ada);
      expect(await count()).to.equal(3);
    });

    it("moves every octile toward its price", async () => {
      const t = await load();
      const [ada, bo] = t.founders;
      await t.finishTask(ada, bo, { skillId: t.skillId, price: 4n * PEER });
      const word = await t.levels.read.skillWord([t.skillId]);
      const octiles = [0, 1, 2, 3, 4, 5, 6].map((i) => Number((word >> BigInt(16 * i)) & 0xffffn));
      // log2(4 PEER) = 21.93: 5614 in 256ths, above the first two octiles and not above the third. s = 8.
      expect(octiles).to.deep.equal([5118, 5390, 5534, 5806, 6078, 6350, 6622]);
    });
  });

  describe("the histogram", () => {
    it("counts a member from the first outcome on, and moves it with its level", async () => {
      const t = await load();
      const [ada, bo] = t.founders;
      await t.finishTask(ada, bo, { skillId: t.skillId, price: 4n * PEER });
      expect(await t.levels.read.histogram([t.skillId])).to.equal(1n << 16n);
      const taskId = await t.post(bo, { skillId: t.skillId, price: PEER, flags: 1 });
      await t.untilEligible(taskId, 0);
      await t.claim(taskId, ada);
      await skip(5 * 3600);
      await t.taskMarket.write.expireClaim([taskId]);
      expect(await t.levels.read.histogram([t.skillId])).to.equal((1n << 16n) + 1n);
    });
  });

  describe("organisations", () => {
    it("use the budget, seat and bit of the member that backs them", async () => {
      const t = await load();
      const [ada, bo, cem] = t.founders;
      const organisation = await t.registerOrganisation();
      await t.levels.write.backOrganisation([ada.id, organisation.id], t.as(ada));
      await t.levels.write.nameBacker([organisation.id, ada.id], t.as(organisation));
      await t.pay(cem, organisation.address, 5n * PEER);
      await t.finishTask(organisation, bo, { skillId: t.skillId, price: 4n * PEER });
      const standing = await t.levels.read.standingOf([bo.id, t.skillId]);
      expect(standing).to.include({ points: 2000, payers: 1n << BigInt(ada.id % 64) });
      expect((await t.levels.read.trustOf([ada.id]))[1]).to.equal(18_000);
      expect(await t.levels.read.trustOf([organisation.id])).to.deep.equal([4, 18_000]);
    });

    it("give their backer no points", async () => {
      const t = await load();
      const [ada, , cem] = t.founders;
      const organisation = await t.registerOrganisation();
      await t.levels.write.backOrganisation([ada.id, organisation.id], t.as(ada));
      await t.levels.write.nameBacker([organisation.id, ada.id], t.as(organisation));
      await t.pay(cem, organisation.address, 5n * PEER);
      await t.finishTask(organisation, ada, { skillId: t.skillId, price: 4n * PEER });
      expect((await t.levels.read.standingOf([ada.id, t.skillId])).points).to.equal(0);
    });

    it("have the backer they name, in either order, while both agree", async () => {
      const t = await load();
      const [ada, bo] = t.founders;
      const organisation = await t.registerOrganisation();
      const back = (member: Person, id = organisation.id) =>
        t.levels.write.backOrganisation([member.id, id], t.as(member));
      const name = (id: number) => t.levels.write.nameBacker([organisation.id, id], t.as(organisation));
      const backingOf = ({ id }: Person) => t.levels.read.backingOf([id]);

      await back(bo);
      expect(await backingOf(organisation)).to.equal(0);
      expect(await t.levels.read.trustOf([organisation.id])).to.deep.equal([0, 0]);
      await name(ada.id);
      expect(await backingOf(bo)).to.equal(0);
      expect(await t.levels.read.trustOf([organisation.id])).to.deep.equal([0, 0]);
      await back(ada);
      expect(await backingOf(ada)).to.equal(organisation.id);
      expect(await backingOf(organisation)).to.equal(ada.id);
      expect(await t.levels.read.trustOf([organisation.id])).to.deep.equal([4, 20_000]);

      await name(bo.id);
      expect(await backingOf(ada)).to.equal(0);
      expect(await backingOf(bo)).to.equal(organisation.id);
      await back(bo, 0);
      expect(await backingOf(organisation)).to.equal(0);
      expect(await t.levels.read.trustOf([organisation.id])).to.deep.equal([0, 0]);
    });

    it("name their backer themselves, and nobody else does", async () => {
      const t = await load();
      const [ada, bo] = t.founders;
      const organisation = await t.registerOrganisation();
      await viem.assertions.revertWithCustomErrorWithArgs(
        t.levels.write.nameBacker([organisation.id, ada.id], t.as(ada)),
        t.levels,
        "LevelsNotOwner",
        [organisation.id, getAddress(ada.address)],
      );
      await viem.assertions.revertWithCustomErrorWithArgs(
        t.levels.write.nameBacker([ada.id, bo.id], t.as(ada)),
        t.levels,
        "LevelsNotOrganisation",
        [ada.id],
      );
    });

    it("are organisations, and their backers speak for themselves", async () => {
      const t = await load();
      const [ada, bo] = t.founders;
      await viem.assertions.revertWithCustomErrorWithArgs(
        t.levels.write.backOrganisation([ada.id, bo.id], t.as(ada)),
        t.levels,
        "LevelsNotOrganisation",
        [bo.id],
      );
      await viem.assertions.revertWithCustomErrorWithArgs(
        t.levels.write.backOrganisation([ada.id, 0], t.as(bo)),
        t.levels,
        "LevelsNotOwner",
        [ada.id, getAddress(bo.address)],
      );
    });
  });

  describe("as an ERC-1155", () => {
    it("shows the badge to its owner, and to the new key after a rotation", async () => {
      const t = await load();
      const [ada, bo] = t.founders;
      await t.finishTask(ada, bo, { skillId: t.skillId, price: 4n * PEER });
      expect(await t.levels.read.balanceOf([bo.address, BigInt(t.skillId)])).to.equal(1n);
      expect(await t.levels.read.balanceOf([zeroAddress, BigInt(t.skillId)])).to.equal(0n);
      expect(await t.levels.read.balanceOf([bo.address, 2n ** 200n])).to.equal(0n);
      const batch = await t.levels.read.balanceOfBatch([
        [bo.address, ada.address],
        [1n, 1n],
      ]);
      expect(batch).to.deep.equal([1n, 0n]);
      await viem.assertions.revertWithCustomErrorWithArgs(
        t.levels.read.balanceOfBatch([[bo.address], []]),
        t.levels,
        "LevelsLengths",
        [1n, 0n],
      );
    });

    it("mints the badge's steps by TransferSingle", async () => {
      const t = await load();
      const [ada, bo] = t.founders;
      const taskId = await t.post(ada, { skillId: t.skillId, flags: 1 });
      await t.untilEligible(taskId, 0);
      await t.claim(taskId, bo);
      await t.submit(taskId, bo);
      const hash = await t.accept(taskId, ada);
      const { logs } = await t.publicClient.getTransactionReceipt({ hash });
      const [mint] = parseEventLogs({ abi: t.levels.abi, eventName: "TransferSingle", logs });
      expect(mint?.args).to.include({ from: zeroAddress, to: getAddress(bo.address), id: 1n, value: 1n });
    });

    it("never moves, and nobody is approved", async () => {
      const t = await load();
      const [ada, bo] = t.founders;
      const { read } = t.levels;
      for (const sending of [
        read.setApprovalForAll([bo.address, true]),
        read.safeTransferFrom([ada.address, bo.address, 1n, 1n, "0x"]),
        read.safeBatchTransferFrom([ada.address, bo.address, [1n], [1n], "0x"]),
      ])
        await viem.assertions.revertWithCustomError(sending, t.levels, "LevelsNotTransferable");
      expect(await t.levels.read.isApprovedForAll([ada.address, bo.address])).to.equal(false);
      expect(await t.levels.read.supportsInterface(["0xd9b67a26"])).to.equal(true);
      expect(await t.levels.read.supportsInterface(["0x01ffc9a7"])).to.equal(true);
      expect(await t.levels.read.supportsInterface(["0xffffffff"])).to.equal(false);
    });
  });

  describe("its writers", () => {
    it("are the task market alone", async () => {
      const t = await load();
      const account = t.founders[0].wallet.account;
      const { write } = t.levels;
      for (const sending of [
        write.take([1, 1], { account }),
        write.drop([1, 1], { account }),
        write.recordAccepted([0n, 1, 1n, false, 0n, 0n], { account }),
        write.recordFailed([0n, false, 0n], { account }),
      ])
        await viem.assertions.revertWithCustomErrorWithArgs(sending, t.levels, "LevelsNotAuthorised", [
          getAddress(account.address),
        ]);
    });
  });
});
