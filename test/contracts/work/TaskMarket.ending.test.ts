import { expect } from "chai";
import { zeroAddress, zeroHash } from "viem";
import { DAY, HOUR, now, PEER, skip } from "../../kit/fixture.ts";
import { closedEvent, expectError, signSettlement } from "./kit.ts";
import { load, NOTE, outcome, state } from "./town.ts";

describe("TaskMarket: how a task ends", () => {
  describe("review", () => {
    it("accept pays the worker and tells the credit lines about a new payer", async () => {
      const t = await load();
      const before = await t.balance(t.worker);
      const taskId = await t.submitted();
      const closed = await closedEvent(t, t.accept(taskId, t.poster, 4));
      expect(closed).to.include({
        workerId: t.worker.id,
        outcome: outcome.accepted,
        rating: 4,
        paid: 4n * PEER,
      });
      expect(await t.balance(t.worker)).to.equal(before + 4n * PEER);
      expect((await t.creditLines.read.rampOf([t.worker.id]))[0]).to.equal(1);
      expect(await t.taskMarket.read.taskWord([taskId])).to.equal(0n);
    });

    it("refuses a rating above five and a second accept", async () => {
      const t = await load();
      const taskId = await t.submitted();
      await expectError(t, t.accept(taskId, t.poster, 6), "TaskMarketBadRating", [6]);
      await t.accept(taskId, t.poster);
      await expectError(t, t.accept(taskId, t.poster), "TaskMarketUnknownTask", [taskId]);
    });

    it("silence pays the worker, at half the weight and without a lesson", async () => {
      const t = await load();
      const taskId = await t.submitted();
      await expectError(t, t.taskMarket.write.autoAccept([taskId], t.as(t.stranger)), "TaskMarketTooEarly");
      await skip(72 * HOUR);
      const before = await t.levels.read.skillWord([t.skillId]);
      const closed = await closedEvent(t, t.taskMarket.write.autoAccept([taskId], t.as(t.stranger)));
      expect(closed).to.include({ outcome: outcome.autoAccepted, paid: 4n * PEER });
      const standing = await t.levels.read.standingOf([t.worker.id, t.skillId]);
      // 4 PEER are 2000 hundredths; half of it.
      expect(standing.points).to.equal(1000);
      expect((await t.levels.read.skillWord([t.skillId])) & ((1n << 144n) - 1n)).to.equal(
        before & ((1n << 144n) - 1n),
      );
    });

    it("asks for at most two revisions, inside the window", async () => {
      const t = await load();
      const taskId = await t.submitted();
      const revise = () => t.taskMarket.write.requestRevision([taskId, NOTE], t.as(t.poster));
      for (let i = 0; i < 2; i++) {
        await revise();
        expect((await t.taskMarket.read.taskOf([taskId])).state).to.equal(state.claimed);
        await t.submit(taskId, t.worker);
      }
      await expectError(t, revise(), "TaskMarketNoRevisionsLeft", [taskId]);
      const second = await t.submitted({ price: PEER });
      await skip(72 * HOUR);
      await expectError(
        t,
        t.taskMarket.write.requestRevision([second, NOTE], t.as(t.poster)),
        "TaskMarketTooLate",
      );
      await expectError(t, t.taskMarket.write.reject([second, NOTE], t.as(t.poster)), "TaskMarketTooLate");
      await t.accept(second, t.poster);
    });

    it("needs a reason to reject and a note to revise", async () => {
      const t = await load();
      const taskId = await t.submitted();
      await expectError(
        t,
        t.taskMarket.write.reject([taskId, zeroHash], t.as(t.poster)),
        "TaskMarketEmptyContent",
      );
      await expectError(
        t,
        t.taskMarket.write.requestRevision([taskId, zeroHash], t.as(t.poster)),
        "TaskMarketEmptyContent",
      );
    });
  });

  describe("disagreement", () => {
    it("the worker concedes at once, anyone else after three days", async () => {
      const t = await load();
      const first = await t.rejected();
      await expectError(t, t.taskMarket.write.concede([first], t.as(t.stranger)), "TaskMarketTooEarly");
      const closed = await closedEvent(t, t.taskMarket.write.concede([first], t.as(t.worker)));
      expect(closed).to.include({ outcome: outcome.conceded, paid: 0n, refunded: 4n * PEER });
      const second = await t.rejected({ price: PEER });
      await skip(3 * DAY);
      await expectError(t, t.taskMarket.write.dispute([second], t.as(t.worker)), "TaskMarketTooLate");
      await t.taskMarket.write.concede([second], t.as(t.stranger));
      expect((await t.levels.read.standingOf([t.worker.id, t.skillId])).late).to.equal(2);
    });

    for (const share of [0, 25, 50, 75, 100]) {
      it(`the arbiter rules ${share} per cent`, async () => {
        const t = await load();
        const taskId = await t.disputed();
        const closed = await closedEvent(
          t,
          t.taskMarket.write.rule([taskId, share], { account: t.arbiter.account }),
        );
        const paid = (4n * PEER * BigInt(share)) / 100n;
        expect(closed).to.include({ outcome: outcome.ruled, paid });
        expect(closed.paid + closed.refunded + closed.charged).to.equal(4n * PEER);
        const { done, late, inHand } = await t.levels.read.standingOf([t.worker.id, t.skillId]);
        expect([done, late, inHand]).to.deep.equal([share > 50 ? 1 : 0, share < 50 ? 1 : 0, 0]);
      });
    }

    it("only its own arbiter rules, in quarters, within seven days", async () => {
      const t = await load();
      const taskId = await t.disputed();
      const successor = t.newWallet();
      await t.taskMarket.write.setArbiter([successor.account.address], { account: t.governor.account });
      const rule = (share: number, account = t.arbiter.account) =>
        t.taskMarket.write.rule([taskId, share], { account });
      await expectError(t, rule(50, successor.account), "TaskMarketNotArbiter");
      await expectError(t, rule(30), "TaskMarketBadShare", [30n]);
      await expectError(t, rule(125), "TaskMarketBadShare", [125n]);
      await skip(7 * DAY);
      await expectError(t, rule(50), "TaskMarketTooLate");
    });

    it("without a ruling for seven days each gets half", async () => {
      const t = await load();
      const taskId = await t.disputed({ price: PEER + 1n });
      await expectError(t, t.taskMarket.write.halve([taskId], t.as(t.stranger)), "TaskMarketTooEarly");
      await skip(7 * DAY);
      const closed = await closedEvent(t, t.taskMarket.write.halve([taskId], t.as(t.stranger)));
      expect(closed).to.include({ outcome: outcome.halved, paid: PEER / 2n });
      expect(closed.paid + closed.refunded + closed.charged).to.equal(PEER + 1n);
    });

    it("nobody rules where there is no arbiter", async () => {
      const t = await load();
      await t.taskMarket.write.setArbiter([zeroAddress], { account: t.governor.account });
      const taskId = await t.disputed();
      await expectError(
        t,
        t.taskMarket.write.rule([taskId, 50], { account: t.arbiter.account }),
        "TaskMarketNotArbiter",
      );
    });
  });

  describe("settle", () => {
    for (const from of ["claimed", "submitted", "rejected", "disputed"] as const) {
      it(`splits a ${from} task as both signed, without a mark`, async () => {
        const t = await load();
        const taskId = await t.makers[from]();
        const deadline = BigInt((await now()) + DAY);
        const [ours, theirs] = await signSettlement(t, taskId, 2500, deadline, t.poster, t.worker);
        const sending = t.taskMarket.write.settle([taskId, 2500, deadline, ours, theirs], t.as(t.stranger));
        expect(await closedEvent(t, sending)).to.include({ outcome: outcome.settled, paid: PEER });
        const { done, late, inHand } = await t.levels.read.standingOf([t.worker.id, t.skillId]);
        expect([done, late, inHand]).to.deep.equal([0, 0, 0]);
      });
    }

    it("refuses forged, swapped, other and late signatures, shares above one, and open tasks", async () => {
      const t = await load();
      const taskId = await t.submitted();
      const deadline = BigInt((await now()) + DAY);
      const [ours, theirs] = await signSettlement(t, taskId, 2500, deadline, t.poster, t.worker);
      const settle = (id: bigint, share: number, a = ours, b = theirs, until = deadline) =>
        t.taskMarket.write.settle([id, share, until, a, b], t.as(t.stranger));
      await expectError(t, settle(taskId, 2600), "TaskMarketBadSignature", [t.poster.address]);
      await expectError(t, settle(taskId, 2500, theirs, ours), "TaskMarketBadSignature");
      await expectError(t, settle(taskId, 2500, ours, ours), "TaskMarketBadSignature", [t.worker.address]);
      await expectError(t, settle(taskId, 10_001), "TaskMarketBadShare", [10_001n]);
      await expectError(t, settle(taskId, 2500, ours, theirs, 1n), "TaskMarketSignatureExpired", [1n]);
      const open = await t.open({ price: PEER });
      await expectError(t, settle(open, 2500), "TaskMarketWrongState", [open, state.open]);
      const delivered = await t.delivered({ price: PEER });
      await expectError(t, settle(delivered, 2500), "TaskMarketWrongState", [delivered, state.delivered]);
    });
  });

  describe("refund", () => {
    it("anyone returns an open task's money after its deadline", async () => {
      const t = await load();
      const taskId = await t.open();
      await expectError(t, t.taskMarket.write.refund([taskId], t.as(t.stranger)), "TaskMarketTooEarly");
      await skip(8 * DAY);
      const closed = await closedEvent(t, t.taskMarket.write.refund([taskId], t.as(t.stranger)));
      expect(closed.outcome).to.equal(outcome.refunded);
      expect(closed.refunded + closed.charged).to.equal(4n * PEER);
      expect(await t.sumOfBalances()).to.equal(0n);
    });
  });
});
