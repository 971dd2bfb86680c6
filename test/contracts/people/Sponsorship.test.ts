import { expect } from "chai";
import { getAddress, zeroHash } from "viem";
import {
  DAY,
  deploySponsoredTown,
  networkHelpers,
  PEER,
  type Person,
  skip,
  viem,
} from "../../kit/fixture.ts";
import { as, rotation } from "../../kit/people.ts";

const FREEZE = 5n * PEER;

/** Founders A, B, C; and a newcomer whom A and B sponsor. */
async function sponsoredNewcomer() {
  const town = await deploySponsoredTown();
  const { sponsorship, founders } = town;
  const wallet = town.newWallet();
  const [a, b, c] = founders;
  await sponsorship.write.sponsor([a.id, wallet.account.address], as(a));
  await sponsorship.write.sponsor([b.id, wallet.account.address], as(b));
  return { ...town, wallet, a, b, c };
}

/** The newcomer has joined. */
async function seatedNewcomer() {
  const town = await sponsoredNewcomer();
  const newcomer = await town.join(town.wallet);
  const available = (person: Person) => town.ledger.read.available([person.address]);
  const frozen = async (person: Person) => (await town.creditLines.read.limitOf([person.id]))[3];
  const earn = async () => {
    const skillId = await town.createSkill("logo");
    await town.finishTask(town.c, newcomer, { skillId, price: PEER });
  };
  return { ...town, newcomer, available, frozen, earn };
}

describe("Sponsorship", () => {
  const load = () => networkHelpers.loadFixture(deploySponsoredTown);
  const loadSponsored = () => networkHelpers.loadFixture(sponsoredNewcomer);
  const loadSeated = () => networkHelpers.loadFixture(seatedNewcomer);

  describe("sponsor", () => {
    it("freezes 5 PEER of the sponsor's line and says so", async () => {
      const { sponsorship, ledger, founders, newWallet } = await load();
      const [a] = founders;
      const newcomer = newWallet().account.address;
      await viem.assertions.emitWithArgs(
        sponsorship.write.sponsor([a.id, newcomer], as(a)),
        sponsorship,
        "Sponsored",
        [a.id, getAddress(newcomer)],
      );
      expect(await ledger.read.available([a.address])).to.equal(10n * PEER - FREEZE);
      expect(await sponsorship.read.sponsorsOf([newcomer])).to.deep.equal([a.id, 0]);
    });

    it("is the sponsor's own act", async () => {
      const { sponsorship, founders, newWallet } = await load();
      const [a, b] = founders;
      for (const id of [a.id, 99, 0]) {
        await viem.assertions.revertWithCustomErrorWithArgs(
          sponsorship.write.sponsor([id, newWallet().account.address], as(b)),
          sponsorship,
          "SponsorshipNotOwner",
          [id, getAddress(b.address)],
        );
      }
    });

    it("takes a live seat", async () => {
      const { sponsorship, members, founders, newWallet } = await load();
      const [a, b] = founders;
      await members.write.leave([a.id], as(a));
      await viem.assertions.revertWithCustomError(
        sponsorship.write.sponsor([a.id, newWallet().account.address], as(a)),
        sponsorship,
        "SponsorshipNotSeated",
      );
      await skip(180 * DAY);
      await viem.assertions.revertWithCustomError(
        sponsorship.write.sponsor([b.id, newWallet().account.address], as(b)),
        sponsorship,
        "SponsorshipNotSeated",
      );
    });

    it("takes 90 days in the seat, founders exempt", async () => {
      const { sponsorship, newcomer, newWallet } = await loadSeated();
      const other = newWallet().account.address;
      await skip(89 * DAY);
      await viem.assertions.revertWithCustomError(
        sponsorship.write.sponsor([newcomer.id, other], as(newcomer)),
        sponsorship,
        "SponsorshipTooYoung",
      );
      await skip(DAY);
      await sponsorship.write.sponsor([newcomer.id, other], as(newcomer));
      expect(await sponsorship.read.sponsorsOf([other])).to.deep.equal([newcomer.id, 0]);
    });

    it("begins those 90 days anew after leaving", async () => {
      const { sponsorship, members, newcomer, newWallet, c, b } = await loadSeated();
      await skip(100 * DAY);
      await members.write.leave([newcomer.id], as(newcomer));
      for (const sponsor of [b, c])
        await sponsorship.write.sponsor([sponsor.id, newcomer.address], as(sponsor));
      await members.write.join([zeroHash, "0x"], as(newcomer));
      await viem.assertions.revertWithCustomError(
        sponsorship.write.sponsor([newcomer.id, newWallet().account.address], as(newcomer)),
        sponsorship,
        "SponsorshipTooYoung",
      );
    });

    it("allows two in any 30 days", async () => {
      const { sponsorship, founders, newWallet } = await load();
      const [a] = founders;
      const sponsor = () => sponsorship.write.sponsor([a.id, newWallet().account.address], as(a));
      await sponsor();
      await skip(20 * DAY);
      await sponsor();
      await skip(9 * DAY);
      await viem.assertions.revertWithCustomErrorWithArgs(sponsor(), sponsorship, "SponsorshipMonthlyLimit", [
        a.id,
      ]);
    });

    it("gives the first place back after 30 days, the second 30 days after its own use", async () => {
      const { sponsorship, founders, newWallet } = await load();
      const [a] = founders;
      const addresses = [0, 1, 2, 3].map(() => newWallet().account.address);
      const sponsor = (at: number) => sponsorship.write.sponsor([a.id, addresses[at] ?? "0x"], as(a));
      await sponsor(0);
      await skip(20 * DAY);
      await sponsor(1);
      // The line is full now; taking one back frees it, but not the month's place.
      await sponsorship.write.withdraw([a.id, addresses[0] ?? "0x"], as(a));
      await viem.assertions.revertWithCustomError(sponsor(2), sponsorship, "SponsorshipMonthlyLimit");
      await skip(10 * DAY);
      await sponsor(2);
      await sponsorship.write.withdraw([a.id, addresses[1] ?? "0x"], as(a));
      await viem.assertions.revertWithCustomError(sponsor(3), sponsorship, "SponsorshipMonthlyLimit");
    });

    it("takes 5 PEER of line that is not frozen yet", async () => {
      const { sponsorship, a, newWallet } = await loadSponsored();
      await sponsorship.write.sponsor([a.id, newWallet().account.address], as(a));
      await skip(31 * DAY);
      await viem.assertions.revertWithCustomErrorWithArgs(
        sponsorship.write.sponsor([a.id, newWallet().account.address], as(a)),
        sponsorship,
        "SponsorshipNoLine",
        [a.id, 0n],
      );
    });

    it("takes two different sponsors, neither the newcomer", async () => {
      const { sponsorship, wallet, a, c, newWallet } = await loadSponsored();
      await viem.assertions.revertWithCustomError(
        sponsorship.write.sponsor([c.id, wallet.account.address], as(c)),
        sponsorship,
        "SponsorshipFull",
      );
      const other = newWallet().account.address;
      await sponsorship.write.sponsor([a.id, other], as(a));
      await viem.assertions.revertWithCustomError(
        sponsorship.write.sponsor([a.id, other], as(a)),
        sponsorship,
        "SponsorshipTwice",
      );
      await viem.assertions.revertWithCustomError(
        sponsorship.write.sponsor([c.id, c.address], as(c)),
        sponsorship,
        "SponsorshipSelf",
      );
    });
  });

  describe("withdraw", () => {
    it("frees the line, whichever of the two it was", async () => {
      for (const index of [0, 1] as const) {
        const { sponsorship, ledger, wallet, a, b } = await loadSponsored();
        const [gone, left] = index === 0 ? [a, b] : [b, a];
        await viem.assertions.emitWithArgs(
          sponsorship.write.withdraw([gone.id, wallet.account.address], as(gone)),
          sponsorship,
          "SponsorshipWithdrawn",
          [gone.id, getAddress(wallet.account.address)],
        );
        expect(await ledger.read.available([gone.address])).to.equal(10n * PEER);
        expect(await sponsorship.read.sponsorsOf([wallet.account.address])).to.deep.equal([left.id, 0]);
      }
    });

    it("works for a sponsor who left, and gives no line back to none", async () => {
      const { sponsorship, members, creditLines, wallet, a } = await loadSponsored();
      await members.write.leave([a.id], as(a));
      await sponsorship.write.withdraw([a.id, wallet.account.address], as(a));
      const [, , , frozen, limit] = await creditLines.read.limitOf([a.id]);
      expect([frozen, limit]).to.deep.equal([0n, 0n]);
    });

    it("refuses what is not there: never given, given by another, or used", async () => {
      const { sponsorship, wallet, a, c, join } = await loadSponsored();
      const newcomer = wallet.account.address;
      await viem.assertions.revertWithCustomError(
        sponsorship.write.withdraw([c.id, newcomer], as(c)),
        sponsorship,
        "SponsorshipNone",
      );
      await viem.assertions.revertWithCustomError(
        sponsorship.write.withdraw([a.id, newcomer], as(c)),
        sponsorship,
        "SponsorshipNotOwner",
      );
      await join(wallet);
      await viem.assertions.revertWithCustomError(
        sponsorship.write.withdraw([a.id, newcomer], as(a)),
        sponsorship,
        "SponsorshipNone",
      );
    });
  });

  describe("joining", () => {
    it("takes two sponsors", async () => {
      const { members, sponsorship, founders, newWallet } = await load();
      const wallet = newWallet();
      const join = () => members.write.join([zeroHash, "0x"], { account: wallet.account });
      const missing = (have: number) =>
        viem.assertions.revertWithCustomErrorWithArgs(join(), sponsorship, "SponsorshipMissing", [
          getAddress(wallet.account.address),
          have,
        ]);
      await missing(0);
      await sponsorship.write.sponsor([founders[0].id, wallet.account.address], as(founders[0]));
      await missing(1);
      await sponsorship.write.sponsor([founders[1].id, wallet.account.address], as(founders[1]));
      await join();
      expect(await members.read.seatCount()).to.equal(4);
    });

    it("uses the sponsorships up and leaves a bond", async () => {
      const { sponsorship, newcomer, a, b, frozen } = await loadSeated();
      expect(await sponsorship.read.sponsorsOf([newcomer.address])).to.deep.equal([0, 0]);
      expect(await sponsorship.read.bondOf([newcomer.id])).to.deep.equal([a.id, b.id]);
      expect(await frozen(a)).to.equal(FREEZE);
    });

    it("is asked by Members alone", async () => {
      const { sponsorship, wallet, a } = await loadSponsored();
      await viem.assertions.revertWithCustomErrorWithArgs(
        sponsorship.write.check([wallet.account.address, 4, false, "0x"], as(a)),
        sponsorship,
        "SponsorshipOnlyMembers",
        [getAddress(a.address)],
      );
    });
  });

  describe("release", () => {
    it("waits until the newcomer has been below zero and come back, and was paid for a task", async () => {
      const { sponsorship, newcomer, a, b, c, pay, frozen, available, earn } = await loadSeated();
      const release = () => sponsorship.write.release([newcomer.id], as(c));
      const refused = () =>
        viem.assertions.revertWithCustomErrorWithArgs(release(), sponsorship, "SponsorshipNotReturned", [
          newcomer.id,
        ]);
      await refused();
      await pay(newcomer, c.address, 6n * PEER);
      await refused();
      await pay(c, newcomer.address, 5n * PEER);
      await refused();
      await pay(c, newcomer.address, PEER);
      await refused();
      await earn();
      await release();
      expect(await frozen(a)).to.equal(0n);
      expect(await frozen(b)).to.equal(0n);
      expect(await available(a)).to.equal(10n * PEER);
      await refused();
    });

    it("is not reached by being paid alone", async () => {
      const { sponsorship, newcomer, c, pay, earn } = await loadSeated();
      await pay(c, newcomer.address, 3n * PEER);
      await earn();
      await viem.assertions.revertWithCustomError(
        sponsorship.write.release([newcomer.id]),
        sponsorship,
        "SponsorshipNotReturned",
      );
    });

    it("refuses an account nobody stands for", async () => {
      const { sponsorship, founders } = await load();
      for (const id of [founders[0].id, 77]) {
        await viem.assertions.revertWithCustomError(
          sponsorship.write.release([id]),
          sponsorship,
          "SponsorshipNotReturned",
        );
      }
    });

    it("follows the account to a new key", async () => {
      const town = await loadSeated();
      const { sponsorship, members, newcomer, c, pay, newWallet, frozen, a, earn } = town;
      await pay(newcomer, c.address, 6n * PEER);
      await earn();
      const fresh = newWallet();
      await members.write.rotate(await rotation(town, newcomer.id, fresh), as(newcomer));
      await pay(c, fresh.account.address, 6n * PEER);
      await sponsorship.write.release([newcomer.id]);
      expect(await frozen(a)).to.equal(0n);
    });
  });

  describe("leaving and returning", () => {
    it("keeps the sponsors' freeze when the newcomer leaves", async () => {
      const { members, newcomer, a, frozen } = await loadSeated();
      await members.write.leave([newcomer.id], as(newcomer));
      expect(await frozen(a)).to.equal(FREEZE);
    });

    it("keeps the first bond on return and frees the fresh sponsors at once", async () => {
      const { sponsorship, members, newcomer, a, b, c, frozen } = await loadSeated();
      await members.write.leave([newcomer.id], as(newcomer));
      await sponsorship.write.sponsor([c.id, newcomer.address], as(c));
      await sponsorship.write.sponsor([b.id, newcomer.address], as(b));
      await members.write.join([zeroHash, "0x"], as(newcomer));
      expect(await sponsorship.read.bondOf([newcomer.id])).to.deep.equal([a.id, b.id]);
      expect([await frozen(a), await frozen(b), await frozen(c)]).to.deep.equal([FREEZE, FREEZE, 0n]);
    });

    it("asks for two fresh sponsors at renewal, and frees them at once", async () => {
      const { sponsorship, members, newcomer, b, c, frozen } = await loadSeated();
      await viem.assertions.revertWithCustomError(
        members.write.renew([newcomer.id, "0x"], as(newcomer)),
        sponsorship,
        "SponsorshipMissing",
      );
      await skip(60 * DAY);
      for (const sponsor of [b, c])
        await sponsorship.write.sponsor([sponsor.id, newcomer.address], as(sponsor));
      const before = (await members.read.accountOf([newcomer.id])).seatUntilDay;
      await members.write.renew([newcomer.id, "0x"], as(newcomer));
      expect((await members.read.accountOf([newcomer.id])).seatUntilDay).to.equal(before + 60);
      expect([await frozen(b), await frozen(c)]).to.deep.equal([FREEZE, 0n]);
    });

    it("bonds nobody for an account that has been through zero", async () => {
      const { sponsorship, members, newcomer, b, c, pay, frozen, earn } = await loadSeated();
      await pay(newcomer, c.address, PEER);
      await pay(c, newcomer.address, PEER);
      await earn();
      await sponsorship.write.release([newcomer.id]);
      await members.write.leave([newcomer.id], as(newcomer));
      for (const sponsor of [b, c])
        await sponsorship.write.sponsor([sponsor.id, newcomer.address], as(sponsor));
      await members.write.join([zeroHash, "0x"], as(newcomer));
      expect(await sponsorship.read.bondOf([newcomer.id])).to.deep.equal([0, 0]);
      expect([await frozen(b), await frozen(c)]).to.deep.equal([0n, 0n]);
    });
  });
});
