import { expect } from "chai";
import { zeroHash } from "viem";
import { ledgerFixture, PEER } from "../../kit/credit.ts";
import { DAY, deployTown, networkHelpers, type Person } from "../../kit/fixture.ts";

/** Own transaction, cold, intrinsic gas included, as everywhere in the benchmark. */
describe("Gas of money", () => {
  describe("pay", () => {
    it("costs at most 40,000 the same day, with a memo or without", async () => {
      const { ledger, people, fund, gasOf } = await ledgerFixture();
      const { ada, bo } = people;
      await fund(ada, 100n * PEER);
      await fund(bo, 100n * PEER);
      for (const memo of [zeroHash, `0x${"ab".repeat(32)}` as const]) {
        const gas = await gasOf(
          await ledger.write.pay([bo.account.address, PEER, memo], { account: ada.account }),
        );
        expect(Number(gas)).to.be.at.most(40_000);
      }
    });

    it("costs at most 45,000 as the first touch of the day for both sides and for the whole ledger", async () => {
      const { ledger, people, fund, gasOf, days, events } = await ledgerFixture();
      const { ada, bo } = people;
      await fund(ada, 100n * PEER);
      await fund(bo, 100n * PEER);
      await days(1);
      const hash = await ledger.write.pay([bo.account.address, PEER, zeroHash], { account: ada.account });
      expect(Number(await gasOf(hash))).to.be.at.most(45_000);
      // Two charges and the payment: nobody was let off.
      expect(await events(hash)).to.have.length(3);
    });
  });

  describe("claim of basic income", () => {
    /** A town whose commons has money, an open epoch, and a member who holds some already. */
    async function payday() {
      const town = await deployTown();
      const { basicIncome, founders, pay, ledger } = town;
      const [ada, bo] = founders;
      await pay(ada, bo.address, 8n * PEER);
      await networkHelpers.time.increase(60 * DAY);
      await pay(bo, ada.address, PEER);
      await networkHelpers.time.increase(7 * DAY);
      await pay(bo, ada.address, PEER);
      await basicIncome.write.openEpoch();
      const claim = async (member: Person) => {
        const hash = await basicIncome.write.claim([member.id]);
        return Number((await town.publicClient.getTransactionReceipt({ hash })).gasUsed);
      };
      return { ...town, ledger, claim };
    }

    it("costs at most 50,000 for a member whose account was touched today", async () => {
      const { founders, claim } = await payday();
      expect(await claim(founders[1])).to.be.at.most(50_000);
    });

    it("costs at most 56,000 when it also takes the member's demurrage or pays back its debt", async () => {
      const { founders, claim } = await payday();
      await networkHelpers.time.increase(DAY);
      expect(await claim(founders[1])).to.be.at.most(56_000);
      expect(await claim(founders[0])).to.be.at.most(56_000);
    });
  });
});
