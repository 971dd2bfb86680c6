import { expect } from "chai";
import { type Address, getAddress, zeroAddress, zeroHash } from "viem";
import { DAY, deployTown, networkHelpers, PEER, type Person, viem } from "../../kit/fixture.ts";

/** Three founders and three members; `receipt` is what the task market records when a task was paid. */
async function setUp() {
  const town = await deployTown();
  const { creditLines, taskMarket, sponsorship, ledger, members, founders, join } = town;
  const [ada, bo, cem] = founders;
  const [dia, eva] = [await join(), await join()];
  const as = async (who: Address) => {
    await networkHelpers.impersonateAccount(who);
    await networkHelpers.setBalance(who, 10n ** 18n);
    return { account: who };
  };
  const receipt = async (to: Person, from: Person) =>
    creditLines.write.recordReceipt([to.id, from.id], await as(taskMarket.address));
  const limit = async (who: Person) => (await ledger.read.accountOf([who.address])).limit;
  const refresh = (who: Person) => creditLines.write.refresh([who.id]);
  const refused = (call: Promise<unknown>, error: string, args: readonly unknown[]) =>
    viem.assertions.revertWithCustomErrorWithArgs(call, creditLines, error as never, [...args]);
  const days = (count: number) => networkHelpers.time.increase(count * DAY);
  const leave = (who: Person) => members.write.leave([who.id], { account: who.wallet.account });
  const freezer = await as(sponsorship.address);
  return { ...town, ada, bo, cem, dia, eva, as, receipt, limit, refresh, refused, days, leave, freezer };
}

describe("CreditLines", () => {
  describe("the basic ramp", () => {
    it("gives a new seat ten PEER at once", async () => {
      const { dia, limit, creditLines } = await setUp();
      expect(await limit(dia)).to.equal(10n * PEER);
      expect(await creditLines.read.limitOf([dia.id])).to.deep.equal([10n * PEER, 0n, 0n, 0n, 10n * PEER]);
    });

    it("grows by half a PEER a day from the day the third member has paid, to a hundred", async () => {
      const { dia, ada, bo, cem, limit, receipt, refresh, days } = await setUp();
      for (const payer of [ada, bo]) await receipt(dia, payer);
      await days(30);
      await refresh(dia);
      expect(await limit(dia)).to.equal(10n * PEER);
      await receipt(dia, cem);
      await refresh(dia);
      expect(await limit(dia)).to.equal(10n * PEER);
      await days(1);
      await refresh(dia);
      expect(await limit(dia)).to.equal(10n * PEER + PEER / 2n);
      await days(89);
      await refresh(dia);
      expect(await limit(dia)).to.equal(55n * PEER);
    });

    it("stops at a hundred after 180 days", async () => {
      const { dia, ada, bo, cem, limit, receipt, refresh, days, members } = await setUp();
      await days(10);
      for (const payer of [ada, bo, cem]) await receipt(dia, payer);
      await days(165);
      await members.write.renew([dia.id, "0x"], { account: dia.wallet.account });
      await days(15);
      await refresh(dia);
      expect(await limit(dia)).to.equal(100n * PEER);
      await days(100);
      await refresh(dia);
      expect(await limit(dia)).to.equal(100n * PEER);
    });

    it("counts a pair once, and only seated members paying seated members", async () => {
      const { dia, eva, ada, bo, creditLines, receipt, leave, registerOrganisation } = await setUp();
      const payers = async (who: Person) => (await creditLines.read.rampOf([who.id]))[0];
      await receipt(dia, ada);
      await receipt(dia, ada);
      expect(await payers(dia)).to.equal(1);
      await receipt(dia, dia);
      await receipt(dia, await registerOrganisation());
      expect(await payers(dia)).to.equal(1);
      await leave(eva);
      await receipt(dia, eva);
      await receipt(eva, ada);
      expect(await payers(dia)).to.equal(1);
      expect(await payers(eva)).to.equal(0);
      await receipt(dia, bo);
      await receipt(dia, bo);
      await receipt(dia, ada);
      expect(await payers(dia)).to.equal(2);
    });

    it("starts once: a fourth payer moves no day", async () => {
      const { dia, eva, ada, bo, cem, creditLines, receipt, days } = await setUp();
      for (const payer of [ada, bo, cem]) await receipt(dia, payer);
      const started = await creditLines.read.rampOf([dia.id]);
      await days(5);
      await receipt(dia, eva);
      expect(await creditLines.read.rampOf([dia.id])).to.deep.equal(started);
    });
  });

  describe("the seat", () => {
    it("takes the limit away when it ends, leaving debt and due date as they are", async () => {
      const { dia, ada, ledger, limit, leave, join } = await setUp();
      await ledger.write.pay([ada.address, 4n * PEER, zeroHash], { account: dia.wallet.account });
      const before = await ledger.read.accountOf([dia.address]);
      await leave(dia);
      const after = await ledger.read.accountOf([dia.address]);
      expect(after.limit).to.equal(0n);
      expect(after.balance).to.equal(before.balance);
      expect(after.negativeSinceDay).to.equal(before.negativeSinceDay);
      expect(await ledger.read.available([dia.address])).to.equal(0n);
      await join(dia.wallet);
      expect(await limit(dia)).to.equal(10n * PEER);
      expect(await ledger.read.available([dia.address])).to.equal(6n * PEER);
    });

    it("counts no longer on the day it runs out, once anyone refreshes", async () => {
      const { dia, limit, refresh, days } = await setUp();
      await days(179);
      await refresh(dia);
      expect(await limit(dia)).to.equal(10n * PEER);
      await days(1);
      await refresh(dia);
      expect(await limit(dia)).to.equal(0n);
    });
  });

  describe("freezing for sponsored newcomers", () => {
    it("lowers the limit by what is frozen and raises it again", async () => {
      const { dia, creditLines, freezer, limit } = await setUp();
      await creditLines.write.freezeLine([dia.id, 4n * PEER], freezer);
      expect(await limit(dia)).to.equal(6n * PEER);
      await creditLines.write.freezeLine([dia.id, 9n * PEER], freezer);
      expect(await limit(dia)).to.equal(0n);
      await creditLines.write.unfreezeLine([dia.id, 9n * PEER], freezer);
      await creditLines.write.unfreezeLine([dia.id, 4n * PEER], freezer);
      expect(await limit(dia)).to.equal(10n * PEER);
    });

    it("follows who leaves and returns", async () => {
      const { dia, creditLines, freezer, limit, leave, join } = await setUp();
      await creditLines.write.freezeLine([dia.id, 4n * PEER], freezer);
      await leave(dia);
      await join(dia.wallet);
      expect(await limit(dia)).to.equal(6n * PEER);
    });

    it("frees all when asked to free more than is frozen, so that no release gets stuck", async () => {
      const { dia, creditLines, freezer, limit } = await setUp();
      await creditLines.write.freezeLine([dia.id, 4n * PEER], freezer);
      await creditLines.write.unfreezeLine([dia.id, 40n * PEER], freezer);
      expect(await limit(dia)).to.equal(10n * PEER);
    });
  });

  describe("who may call", () => {
    it("lets anyone refresh any account that exists", async () => {
      const { creditLines, relayer, dia, refused } = await setUp();
      await viem.assertions.emitWithArgs(
        creditLines.write.refresh([dia.id], { account: relayer.account }),
        creditLines,
        "LimitRefreshed",
        [dia.id, 10n * PEER, 0n, 10n * PEER],
      );
      for (const id of [0, 999]) {
        await refused(creditLines.write.refresh([id]), "CreditLinesUnknownAccount", [id]);
        await refused(creditLines.read.limitOf([id]), "CreditLinesUnknownAccount", [id]);
      }
    });

    it("gives organisations no line", async () => {
      const { registerOrganisation, refresh, limit } = await setUp();
      const organisation = await registerOrganisation();
      await refresh(organisation);
      expect(await limit(organisation)).to.equal(0n);
    });

    it("takes receipts, freezes and seats only from the contracts they belong to", async () => {
      const { creditLines, relayer, dia, ada, refused } = await setUp();
      const by = { account: relayer.account };
      const args = [getAddress(relayer.account.address)];
      const error = "CreditLinesNotAuthorised";
      await refused(creditLines.write.recordReceipt([dia.id, ada.id], by), error, args);
      await refused(creditLines.write.freezeLine([dia.id, 1n], by), error, args);
      await refused(creditLines.write.unfreezeLine([dia.id, 1n], by), error, args);
      await refused(creditLines.write.seatTaken([dia.id, zeroAddress], by), error, args);
      await refused(creditLines.write.seatEnded([dia.id, zeroAddress], by), error, args);
    });
  });
});
