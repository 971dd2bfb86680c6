import { expect } from "chai";
import { type Address, concat, getAddress, keccak256, stringToHex, toHex, zeroAddress, zeroHash } from "viem";
import { flag, ledgerFixture, PEER } from "../../kit/credit.ts";
import { charge } from "../../kit/demurrage.ts";

type Wallet = Awaited<ReturnType<typeof ledgerFixture>>["people"]["ada"];
/** An account that is a function of an id; see `Payee`. */
const keyless = (kind: string, id: number): Address =>
  getAddress(`0x${keccak256(concat([stringToHex(kind, { size: 32 }), toHex(id, { size: 32 })])).slice(26)}`);
const addressOf = (who: Wallet): Address => getAddress(who.account.address);

const RATE = 1_231_978;
const MAX_RATE = 4_658_906;
const STEP = 342_966;

/** Ada is registered, has 10 PEER and a line of 5. */
async function setUp() {
  const town = await ledgerFixture();
  const { ledger, people, admit, fund, viem, networkHelpers } = town;
  await admit(people.ada, 5n * PEER);
  await fund(people.ada, 10n * PEER);
  const refused = (call: Promise<unknown>, error: string, args: readonly unknown[]) =>
    viem.assertions.revertWithCustomErrorWithArgs(call, ledger, error as never, [...args]);
  const word = (who: Wallet) => ledger.read.accountOf([who.account.address]);
  const now = async () => BigInt(await networkHelpers.time.latest());
  return { ...town, ...people, ...town.roles, refused, word, now };
}

describe("Ledger, time and trust", () => {
  describe("demurrage", () => {
    it("is charged on touch, to the commons, as a Transfer of its own before the payment's", async () => {
      const { ledger, ada, bo, days, events, commons, sum } = await setUp();
      await days(30);
      const due = charge(10n * PEER, BigInt(RATE) * 30n);
      expect(await ledger.read.pendingDemurrage([ada.account.address])).to.equal(due);
      expect(await ledger.read.balanceOf([ada.account.address])).to.equal(10n * PEER - due);
      expect(await ledger.read.balanceOf([commons])).to.equal(0n);
      const hash = await ledger.write.transfer([bo.account.address, PEER], { account: ada.account });
      expect((await events(hash)).map(({ args }) => args)).to.deep.equal([
        { from: addressOf(ada), to: getAddress(commons), value: due },
        { from: addressOf(ada), to: addressOf(bo), value: PEER },
      ]);
      expect(await ledger.read.balanceOf([commons])).to.equal(due);
      expect(await ledger.read.pendingDemurrage([ada.account.address])).to.equal(0n);
      expect(await sum()).to.equal(0n);
    });

    it("takes nothing within a day, nothing of a debt, and nothing of what the town's contracts hold", async () => {
      const { ledger, ada, bo, eva, market, days, networkHelpers, word } = await setUp();
      await networkHelpers.time.increase(11 * 3600);
      expect(await ledger.read.pendingDemurrage([ada.account.address])).to.equal(0n);
      await ledger.write.collect([ada.account.address, 4n * PEER, false], { account: market.account });
      await days(365);
      expect(await ledger.read.signedBalanceOf([eva.account.address])).to.equal(-10n * PEER);
      expect(await ledger.read.balanceOf([market.account.address])).to.equal(4n * PEER);
      await ledger.write.disburse([bo.account.address, 4n * PEER], { account: market.account });
      expect((await word(bo)).balance).to.equal(4n * PEER);
    });

    it("does not touch what arrives today with what an older checkpoint says", async () => {
      const { ledger, ada, cem, days, word } = await setUp();
      await days(200);
      await ledger.write.transfer([cem.account.address, PEER], { account: ada.account });
      expect((await word(cem)).balance).to.equal(PEER);
      expect(await ledger.read.pendingDemurrage([cem.account.address])).to.equal(0n);
    });

    it("tells what a sum held since a day owes, for refunds", async () => {
      const { ledger, today, refused } = await setUp();
      const day = await today();
      expect(await ledger.read.demurrageSince([10n * PEER, day - 60])).to.equal(
        charge(10n * PEER, BigInt(RATE) * 60n),
      );
      expect(await ledger.read.demurrageSince([10n * PEER, day])).to.equal(0n);
      expect(await ledger.read.demurrageSince([10n * PEER, day + 1])).to.equal(0n);
      await refused(ledger.read.demurrageSince([1n << 64n, day]), "LedgerAmountTooLarge", [1n << 64n]);
    });
  });

  describe("wire and seal", () => {
    it("are the deployer's alone, and over for good after the seal", async () => {
      const { ledger, ada, bo, deployer, members, lines, income, refused } = await setUp();
      const parties = [members, lines, income].map(addressOf) as [Address, Address, Address];
      const wire = (by: Wallet, operators: Address[]) =>
        ledger.write.wire([...parties, operators], { account: by.account });
      await refused(wire(ada, []), "LedgerNotAuthorised", [addressOf(ada)]);
      await refused(ledger.write.seal({ account: ada.account }), "LedgerNotAuthorised", [addressOf(ada)]);
      await refused(wire(deployer, [zeroAddress]), "LedgerZeroAddress", []);
      await refused(wire(deployer, [addressOf(ada)]), "LedgerNotAllowed", [addressOf(ada), addressOf(ada)]);
      await wire(deployer, [addressOf(bo)]);
      await ledger.write.seal();
      await refused(wire(deployer, []), "LedgerSealed", []);
      await refused(ledger.write.seal(), "LedgerSealed", []);
    });

    it("refuse a town with a part missing", async () => {
      const { viem, ledger, deployer, governor, splitter, refused } = await setUp();
      const args = [addressOf(deployer), addressOf(governor), addressOf(splitter)] as const;
      const fresh = await viem.deployContract("Ledger", [...args]);
      const wire = fresh.write.wire([args[0], zeroAddress, args[1], []]);
      await viem.assertions.revertWithCustomError(wire, ledger, "LedgerZeroAddress");
      await viem.assertions.revertWithCustomError(fresh.write.seal(), ledger, "LedgerZeroAddress");
      for (const holed of [
        [args[0], zeroAddress, args[2]] as const,
        [args[0], args[1], zeroAddress] as const,
      ])
        await refused(viem.deployContract("Ledger", [...holed]), "LedgerZeroAddress", []);
    });
  });

  describe("collect and disburse", () => {
    it("count the locks of an account and tell whether it drew", async () => {
      const { ledger, ada, market } = await setUp();
      const collect = async (amount: bigint, onCredit: boolean) => {
        const args = [ada.account.address, amount, onCredit] as const;
        const { result } = await ledger.simulate.collect([...args], { account: market.account.address });
        await ledger.write.collect([...args], { account: market.account });
        return result;
      };
      expect(await collect(9n * PEER, false)).to.deep.equal([0, false]);
      expect(await collect(2n * PEER, true)).to.deep.equal([1, true]);
      expect((await ledger.read.accountOf([ada.account.address])).locks).to.equal(2);
    });

    it("draw on the line only when asked to", async () => {
      const { ledger, ada, market, refused } = await setUp();
      const call = ledger.write.collect([ada.account.address, 11n * PEER, false], {
        account: market.account,
      });
      await refused(call, "LedgerInsufficient", [addressOf(ada), 10n * PEER, 11n * PEER]);
    });

    it("are refused to everybody who is no operator", async () => {
      const { ledger, ada, bo, admit, refused } = await setUp();
      await admit(bo);
      const collect = ledger.write.collect([ada.account.address, 1n, false], { account: bo.account });
      await refused(collect, "LedgerNotOperator", [addressOf(bo)]);
      const disburse = ledger.write.disburse([bo.account.address, 1n], { account: ada.account });
      await refused(disburse, "LedgerNotOperator", [addressOf(ada)]);
      const draw = ledger.write.drawCommons([1n], { account: ada.account });
      await refused(draw, "LedgerNotAuthorised", [addressOf(ada)]);
    });

    it("reach only registered accounts, and go to nobody's system account but the commons", async () => {
      const { ledger, cem, fund, ada, market, income, commons, refused } = await setUp();
      await fund(cem, PEER);
      const by = { account: market.account };
      const stranger = ledger.write.collect([cem.account.address, 1n, false], by);
      await refused(stranger, "LedgerNotAllowed", [addressOf(cem), addressOf(market)]);
      await ledger.write.collect([ada.account.address, 3n * PEER, false], by);
      const other = ledger.write.disburse([income.account.address, 1n], by);
      await refused(other, "LedgerSystemAccount", [addressOf(income)]);
      await refused(ledger.write.disburse([zeroAddress, 1n], by), "LedgerZeroAddress", []);
      const more = ledger.write.disburse([ada.account.address, 4n * PEER], by);
      await refused(more, "LedgerInsufficient", [addressOf(market), 3n * PEER, 4n * PEER]);
      await ledger.write.disburse([commons, 3n * PEER], by);
      expect(await ledger.read.balanceOf([commons])).to.equal(3n * PEER);
    });

    it("let basic income take from the commons what is there", async () => {
      const { ledger, ada, market, income, commons, refused } = await setUp();
      await ledger.write.collect([ada.account.address, 3n * PEER, false], { account: market.account });
      await ledger.write.disburse([commons, 3n * PEER], { account: market.account });
      const most = ledger.write.drawCommons([3n * PEER + 1n], { account: income.account });
      await refused(most, "LedgerInsufficient", [getAddress(commons), 3n * PEER, 3n * PEER + 1n]);
      await ledger.write.drawCommons([3n * PEER], { account: income.account });
      expect(await ledger.read.balanceOf([income.account.address])).to.equal(3n * PEER);
    });
  });

  describe("distribute", () => {
    const WHOLE = 10n ** 12n;
    const botId = 7;
    const skillId = 3;
    const share = (prefix: bigint, to: Address) => (prefix << 160n) | BigInt(to);

    /** The bot has earned 8 PEER and one unit. */
    async function earned() {
      const town = await setUp();
      const { ledger, fund, members, splitter } = town;
      const [payee, pot] = [keyless("PeerCommons bot", botId), keyless("PeerCommons pot", skillId)];
      await ledger.write.open([payee], { account: members.account });
      await fund({ account: { address: payee } }, 8n * PEER + 1n);
      const distribute = (shares: bigint[], by: Wallet = splitter) =>
        ledger.write.distribute([botId, skillId, shares], { account: by.account });
      const takePot = (to: Address, by: Wallet = splitter) =>
        ledger.write.takePot([skillId, to], { account: by.account });
      return { ...town, payee, pot, distribute, takePot };
    }

    it("pays all that lies at a payee from mark to mark, and the rest to the pot, which opens", async () => {
      const { ledger, bo, cem, commons, payee, pot, distribute, events, sum } = await earned();
      const hash = await distribute([
        share(WHOLE / 4n, addressOf(bo)),
        share(WHOLE / 4n, addressOf(cem)),
        share(WHOLE / 2n, commons),
      ]);
      const told = await events(hash);
      expect(told.map(({ args }) => args)).to.deep.equal([
        { from: payee, to: addressOf(bo), value: 2n * PEER },
        { from: payee, to: getAddress(commons), value: 2n * PEER },
        { from: payee, to: pot, value: 4n * PEER + 1n },
        { account: pot, flags: flag.system },
      ]);
      expect(await ledger.read.signedBalanceOf([payee])).to.equal(0n);
      expect(await ledger.read.signedBalanceOf([pot])).to.equal(4n * PEER + 1n);
      expect(await sum(payee, pot)).to.equal(0n);
    });

    it("shares what demurrage left, and a pot loses nothing to time any more", async () => {
      const { ledger, bo, payee, pot, distribute, fund, days, sum } = await earned();
      await days(100);
      const left = 8n * PEER + 1n - charge(8n * PEER + 1n, BigInt(RATE) * 100n);
      await distribute([share(WHOLE / 2n, addressOf(bo))]);
      expect(await ledger.read.signedBalanceOf([payee])).to.equal(0n);
      expect(await ledger.read.signedBalanceOf([bo.account.address])).to.equal(left / 2n);
      expect(await ledger.read.signedBalanceOf([pot])).to.equal(left - left / 2n);
      await days(400);
      expect(await ledger.read.signedBalanceOf([pot])).to.equal(left - left / 2n);
      await fund({ account: { address: payee } }, PEER);
      await distribute([]);
      expect((await ledger.read.accountOf([pot])).balance).to.equal(left - left / 2n + PEER);
      expect(await sum(payee, pot)).to.equal(0n);
    });

    it("gives the commons what strangers sent to a pot before it opened", async () => {
      const { ledger, ada, commons, pot, distribute, days, sum, payee } = await earned();
      await ledger.write.pay([pot, 3n * PEER, zeroHash], { account: ada.account });
      await days(50);
      await distribute([]);
      const paid = 8n * PEER + 1n - charge(8n * PEER + 1n, BigInt(RATE) * 50n);
      expect(await ledger.read.signedBalanceOf([pot])).to.equal(paid);
      expect((await ledger.read.balanceOf([commons])) >= 3n * PEER).to.equal(true);
      expect(await sum(payee, pot)).to.equal(0n);
    });

    it("moves nothing where nothing lies, and opens no pot for it", async () => {
      const { ledger, bo, pot, distribute, events } = await earned();
      await distribute([share(WHOLE, addressOf(bo))]);
      expect((await ledger.read.accountOf([pot])).flags).to.equal(0);
      expect(await events(await distribute([share(WHOLE, addressOf(bo))]))).to.deep.equal([]);
    });

    it("is the splitter's alone, pays no system account but the commons, and never more than lies there", async () => {
      const {
        viem,
        ledger,
        ada,
        bo,
        market,
        governor,
        members,
        income,
        payee,
        distribute,
        takePot,
        refused,
      } = await earned();
      const all = [share(WHOLE, addressOf(ada))];
      for (const by of [ada, market, governor, members, income]) {
        await refused(distribute(all, by), "LedgerNotAuthorised", [addressOf(by)]);
        await refused(takePot(addressOf(by), by), "LedgerNotAuthorised", [addressOf(by)]);
      }
      await refused(distribute([share(WHOLE, addressOf(income))]), "LedgerSystemAccount", [
        addressOf(income),
      ]);
      await refused(distribute([share(WHOLE, zeroAddress)]), "LedgerZeroAddress", []);
      await refused(takePot(zeroAddress), "LedgerZeroAddress", []);
      const beyond = distribute([share(WHOLE + 10n ** 6n, addressOf(bo))]);
      await refused(beyond, "LedgerInsufficient", [payee, 8n * PEER + 1n, 8n * PEER + 9n]);
      // Marks that fall: nobody's part is negative.
      const falling = distribute([share(WHOLE / 2n, addressOf(bo)), share(WHOLE / 4n, addressOf(bo))]);
      await viem.assertions.revert(falling);
      expect(await ledger.read.balanceOf([addressOf(bo)])).to.equal(0n);
    });

    it("leaves a pot nobody else can fill, empty, freeze, register, move or make an operator of", async () => {
      const { ledger, ada, market, members, lines, pot, distribute, refused, viem } = await earned();
      await distribute([]);
      const word = await ledger.read.accountOf([pot]);
      const system = (call: Promise<unknown>) => refused(call, "LedgerSystemAccount", [pot]);
      await system(ledger.write.pay([pot, 1n, zeroHash], { account: ada.account }));
      await system(ledger.write.transfer([pot, 1n], { account: ada.account }));
      await ledger.write.collect([addressOf(ada), PEER, false], { account: market.account });
      await system(ledger.write.disburse([pot, 1n], { account: market.account }));
      await system(ledger.write.open([pot], { account: members.account }));
      await system(ledger.write.setFrozen([pot, true], { account: lines.account }));
      await system(ledger.write.moveAccount([pot, addressOf(ada)], { account: members.account }));
      await refused(ledger.write.collect([pot, 1n, false], { account: market.account }), "LedgerNotAllowed", [
        pot,
        addressOf(market),
      ]);
      await viem.assertions.revertWithCustomError(
        ledger.write.transferFrom([pot, addressOf(ada), 1n], { account: ada.account }),
        ledger,
        "LedgerAllowance",
      );
      expect(await ledger.read.accountOf([pot])).to.deep.equal(word);
    });

    it("empties a pot once, to whom the splitter says, a system account too", async () => {
      const { ledger, income, ada, pot, payee, distribute, takePot, events, sum } = await earned();
      await distribute([]);
      const hash = await takePot(addressOf(income));
      expect((await events(hash)).map(({ args }) => args)).to.deep.equal([
        { from: pot, to: addressOf(income), value: 8n * PEER + 1n },
      ]);
      expect(await events(await takePot(addressOf(ada)))).to.deep.equal([]);
      expect((await ledger.read.accountOf([pot])).flags).to.equal(flag.system);
      expect(await sum(payee, pot)).to.equal(0n);
    });
  });

  describe("operators that join after the seal", () => {
    it("wait thirty days in public, and then move only those who allowed them", async () => {
      const { ledger, ada, bo, dia, governor, refused, now, networkHelpers } = await setUp();
      await ledger.write.seal();
      const operator = addressOf(dia);
      await refused(ledger.write.addOperator([operator]), "LedgerOperatorNotReady", [operator, 0n]);
      const early = ledger.write.proposeOperator([operator], { account: ada.account });
      await refused(early, "LedgerNotAuthorised", [addressOf(ada)]);
      await ledger.write.proposeOperator([operator], { account: governor.account });
      const activeAt = (await now()) + 30n * 86_400n;
      await refused(ledger.write.addOperator([operator]), "LedgerOperatorNotReady", [operator, activeAt]);
      await networkHelpers.time.increaseTo(activeAt);
      await ledger.write.addOperator([operator], { account: bo.account });

      const collect = () =>
        ledger.write.collect([ada.account.address, PEER, false], { account: dia.account });
      await refused(collect(), "LedgerNotAllowed", [addressOf(ada), operator]);
      await ledger.write.allowOperator([operator, true], { account: ada.account });
      await collect();
      await ledger.write.allowOperator([operator, false], { account: ada.account });
      await refused(collect(), "LedgerNotAllowed", [addressOf(ada), operator]);
      await refused(ledger.write.addOperator([operator]), "LedgerOperatorNotReady", [operator, 0n]);
    });

    it("settle what they owed before they stop decaying", async () => {
      const { ledger, dia, governor, fund, networkHelpers, commons } = await setUp();
      await fund(dia, 100n * PEER);
      await ledger.write.proposeOperator([dia.account.address], { account: governor.account });
      await networkHelpers.time.increase(31 * 86_400);
      await ledger.write.addOperator([dia.account.address]);
      expect(await ledger.read.balanceOf([commons])).to.equal(charge(100n * PEER, BigInt(RATE) * 31n));
    });

    it("may be taken back before they join, by the governor alone", async () => {
      const { ledger, ada, dia, governor, refused, viem, networkHelpers } = await setUp();
      const operator = addressOf(dia);
      const by = { account: governor.account };
      await refused(ledger.write.withdrawOperator([operator], by), "LedgerOperatorNotReady", [operator, 0n]);
      await ledger.write.proposeOperator([operator], by);
      await refused(
        ledger.write.withdrawOperator([operator], { account: ada.account }),
        "LedgerNotAuthorised",
        [addressOf(ada)],
      );
      await viem.assertions.emitWithArgs(
        ledger.write.withdrawOperator([operator], by),
        ledger,
        "OperatorWithdrawn",
        [operator],
      );
      await networkHelpers.time.increase(31 * 86_400);
      await refused(ledger.write.addOperator([operator]), "LedgerOperatorNotReady", [operator, 0n]);
    });

    it("are announced once: who is an operator already is refused", async () => {
      const { ledger, market, governor, refused } = await setUp();
      const again = ledger.write.proposeOperator([addressOf(market)], { account: governor.account });
      await refused(again, "LedgerSystemAccount", [addressOf(market)]);
    });

    it("cannot be a member's account, nor the ledger", async () => {
      const { ledger, ada, governor, commons, refused } = await setUp();
      const by = { account: governor.account };
      const args = [addressOf(ada), addressOf(ada)];
      await refused(ledger.write.proposeOperator([addressOf(ada)], by), "LedgerNotAllowed", args);
      await refused(ledger.write.proposeOperator([commons], by), "LedgerSystemAccount", [
        getAddress(commons),
      ]);
    });
  });

  describe("limits and freezing", () => {
    it("are written by CreditLines alone", async () => {
      const { ledger, ada, governor, commons, lines, refused } = await setUp();
      for (const by of [ada, governor]) {
        const limit = ledger.write.setLimit([addressOf(ada), 1n], { account: by.account });
        await refused(limit, "LedgerNotAuthorised", [addressOf(by)]);
        const frozen = ledger.write.setFrozen([addressOf(ada), true], { account: by.account });
        await refused(frozen, "LedgerNotAuthorised", [addressOf(by)]);
      }
      const by = { account: lines.account };
      await refused(ledger.write.setLimit([commons, 1n], by), "LedgerSystemAccount", [getAddress(commons)]);
      await refused(ledger.write.setLimit([zeroAddress, 1n], by), "LedgerZeroAddress", []);
    });

    it("may fall below the debt, which only stops new draws", async () => {
      const { ledger, ada, bo, lines, refused, word } = await setUp();
      await ledger.write.pay([addressOf(bo), 14n * PEER, zeroHash], { account: ada.account });
      await ledger.write.setLimit([addressOf(ada), PEER], { account: lines.account });
      expect((await word(ada)).balance).to.equal(-4n * PEER);
      expect(await ledger.read.available([addressOf(ada)])).to.equal(0n);
      const draw = ledger.write.pay([addressOf(bo), 1n, zeroHash], { account: ada.account });
      await refused(draw, "LedgerInsufficient", [addressOf(ada), 0n, 1n]);
      await ledger.write.pay([addressOf(ada), PEER, zeroHash], { account: bo.account });
      expect((await word(ada)).balance).to.equal(-3n * PEER);
    });

    it("let a frozen account receive but not pay", async () => {
      const { ledger, ada, bo, lines, market, fund, refused, word } = await setUp();
      await ledger.write.setFrozen([addressOf(ada), true], { account: lines.account });
      await fund(ada, PEER);
      expect((await word(ada)).balance).to.equal(11n * PEER);
      expect(await ledger.read.available([addressOf(ada)])).to.equal(0n);
      const by = { account: ada.account };
      const args = [addressOf(ada)];
      await refused(ledger.write.pay([addressOf(bo), 1n, zeroHash], by), "LedgerFrozen", args);
      await refused(ledger.write.pay([addressOf(ada), 1n, zeroHash], by), "LedgerFrozen", args);
      await refused(ledger.write.transfer([addressOf(bo), 1n], by), "LedgerFrozen", args);
      const collect = ledger.write.collect([addressOf(ada), 1n, true], { account: market.account });
      await refused(collect, "LedgerFrozen", args);
      await ledger.write.setFrozen([addressOf(ada), false], { account: lines.account });
      await ledger.write.transfer([addressOf(bo), 1n], by);
    });
  });

  describe("open and moveAccount", () => {
    it("are for Members alone, and never for contracts of the town", async () => {
      const { ledger, ada, bo, members, market, refused } = await setUp();
      const open = ledger.write.open([addressOf(bo)], { account: ada.account });
      await refused(open, "LedgerNotAuthorised", [addressOf(ada)]);
      const move = ledger.write.moveAccount([addressOf(ada), addressOf(bo)], { account: ada.account });
      await refused(move, "LedgerNotAuthorised", [addressOf(ada)]);
      const by = { account: members.account };
      await refused(ledger.write.open([addressOf(market)], by), "LedgerSystemAccount", [addressOf(market)]);
      await refused(ledger.write.open([zeroAddress], by), "LedgerZeroAddress", []);
      const into = ledger.write.moveAccount([addressOf(ada), addressOf(market)], by);
      await refused(into, "LedgerSystemAccount", [addressOf(market)]);
    });

    it("carry money, limit, locks and flags to an address that holds dust already", async () => {
      const { ledger, ada, cem, members, market, fund, word, events, sum } = await setUp();
      await ledger.write.collect([addressOf(ada), PEER, false], { account: market.account });
      await fund(cem, 1n);
      const hash = await ledger.write.moveAccount([addressOf(ada), addressOf(cem)], {
        account: members.account,
      });
      expect(await word(cem)).to.deep.include({
        balance: 9n * PEER + 1n,
        limit: 5n * PEER,
        locks: 1,
        flags: flag.open,
      });
      expect(await word(ada)).to.deep.include({ balance: 0n, limit: 0n, locks: 0, flags: 0 });
      expect((await events(hash)).map(({ eventName }) => eventName)).to.deep.equal([
        "Transfer",
        "AccountMoved",
      ]);
      expect(await sum()).to.equal(0n);
    });

    it("carry a debt with its due date, by a Transfer the other way", async () => {
      const { ledger, ada, bo, cem, members, word, events, days, today } = await setUp();
      await ledger.write.pay([addressOf(bo), 14n * PEER, zeroHash], { account: ada.account });
      const since = await today();
      await days(20);
      const hash = await ledger.write.moveAccount([addressOf(ada), addressOf(cem)], {
        account: members.account,
      });
      expect(await word(cem)).to.deep.include({
        balance: -4n * PEER,
        limit: 5n * PEER,
        negativeSinceDay: since,
      });
      expect((await word(ada)).balance).to.equal(0n);
      expect((await events(hash))[0]?.args).to.deep.equal({
        from: addressOf(cem),
        to: addressOf(ada),
        value: 4n * PEER,
      });
    });
  });

  describe("the governor", () => {
    it("sets the rate by bounded steps, once in seven days, from tomorrow on", async () => {
      const { ledger, ada, governor, refused, days, now, today, events } = await setUp();
      const set = (rate: number) => ledger.write.setRate([rate], { account: governor.account });
      const stranger = ledger.write.setRate([RATE], { account: ada.account });
      await refused(stranger, "LedgerNotAuthorised", [addressOf(ada)]);
      const bounds = [BigInt(RATE - STEP), BigInt(RATE + STEP)];
      await refused(set(RATE + STEP + 1), "LedgerOutOfBounds", [BigInt(RATE + STEP + 1), ...bounds]);
      await refused(set(0), "LedgerOutOfBounds", [0n, ...bounds]);
      await days(10);
      const hash = await set(RATE + STEP);
      const changedAt = await now();
      // Ten days at the old rate since the ledger's first day, which was one before.
      const exponent = RATE * 11;
      expect((await events(hash))[0]?.args).to.deep.equal({
        dailyRate: RATE + STEP,
        exponent,
        day: await today(),
      });
      await refused(set(RATE), "LedgerTooEarly", [changedAt + 7n * 86_400n]);
      await days(3);
      expect(await ledger.read.rate()).to.deep.equal([RATE + STEP, exponent + 3 * (RATE + STEP), 10_000]);
      const due = charge(10n * PEER, BigInt(10 * RATE + 3 * (RATE + STEP)));
      expect(await ledger.read.pendingDemurrage([addressOf(ada)])).to.equal(due);
    });

    it("never goes beyond twenty-four per cent a year, nor below nothing", async () => {
      const { ledger, governor, refused, days } = await setUp();
      const set = (rate: number) => ledger.write.setRate([rate], { account: governor.account });
      let rate = RATE;
      while (rate > 0) {
        rate = Math.max(0, rate - STEP);
        await days(8);
        await set(rate);
      }
      while (rate < MAX_RATE) {
        rate = Math.min(MAX_RATE, rate + STEP);
        await days(8);
        await set(rate);
      }
      await days(8);
      const bounds = [BigInt(MAX_RATE - STEP), BigInt(MAX_RATE)];
      await refused(set(MAX_RATE + 1), "LedgerOutOfBounds", [BigInt(MAX_RATE + 1), ...bounds]);
    });

    it("sets sigma between a half and one, by a tenth a week", async () => {
      const { ledger, ada, governor, refused, days, now } = await setUp();
      const set = (sigma: number) => ledger.write.setSigma([sigma], { account: governor.account });
      await refused(set(8_999), "LedgerOutOfBounds", [8_999n, 9_000n, 10_000n]);
      await refused(set(10_001), "LedgerOutOfBounds", [10_001n, 9_000n, 10_000n]);
      await set(9_000);
      expect(await ledger.read.available([addressOf(ada)])).to.equal(10n * PEER + (5n * PEER * 9n) / 10n);
      await refused(set(8_000), "LedgerTooEarly", [(await now()) + 7n * 86_400n]);
      for (const sigma of [8_000, 7_000, 6_000, 5_000]) {
        await days(8);
        await set(sigma);
      }
      await days(8);
      await refused(set(4_999), "LedgerOutOfBounds", [4_999n, 5_000n, 6_000n]);
    });

    it("hands its office on, not to nobody", async () => {
      const { ledger, ada, governor, refused } = await setUp();
      await refused(
        ledger.write.setGovernor([zeroAddress], { account: governor.account }),
        "LedgerZeroAddress",
        [],
      );
      await ledger.write.setGovernor([addressOf(ada)], { account: governor.account });
      expect(await ledger.read.governor()).to.equal(addressOf(ada));
      const old = ledger.write.setSigma([9_500], { account: governor.account });
      await refused(old, "LedgerNotAuthorised", [addressOf(governor)]);
    });
  });
});
