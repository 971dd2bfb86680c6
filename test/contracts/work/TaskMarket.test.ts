import { expect } from "chai";
import { getAddress, zeroAddress, zeroHash } from "viem";
import { DAY, HOUR, now, PEER, type Person, skip, viem, warp } from "../../kit/fixture.ts";
import { closedEvent, expectError } from "./kit.ts";
import { load, NOTE, outcome, state, type Work } from "./town.ts";

describe("TaskMarket", () => {
  describe("post", () => {
    it("takes the price into escrow and writes the terms into one word", async () => {
      const t = await load();
      const before = await t.balance(t.poster);
      const taskId = await t.openTask({ price: 2n * PEER, effort: 2 });
      const task = await t.taskMarket.read.taskOf([taskId]);
      expect(await t.balance(t.poster)).to.equal(before - 2n * PEER);
      expect(await t.ledger.read.signedBalanceOf([t.taskMarket.address])).to.equal(2n * PEER);
      expect(task).to.include({ price: 2n * PEER, skillId: t.skillId, state: state.open, workerId: 0 });
      expect(task).to.include({ effort: 2, claimHours: 12, reviewHours: 72, flags: 1, tau: 6, daysAhead: 7 });
      expect(taskId >> 32n).to.equal(BigInt(t.poster.id));
    });

    it("gives ids in the poster's own order", async () => {
      const t = await load();
      const first = await t.openTask({ price: PEER });
      expect(await t.openTask({ price: PEER })).to.equal(first + 1n);
    });

    it("marks what was funded on credit", async () => {
      const t = await load();
      const taskId = await t.post(t.stranger, { skillId: t.skillId, price: PEER });
      expect((await t.taskMarket.read.taskOf([taskId])).flags & 8).to.equal(8);
    });

    it("finds the band and levels of the quote, and refuses a stale one", async () => {
      const t = await load();
      const [band] = await t.taskMarket.read.quote([t.skillId, 4n * PEER, 1]);
      // 4 PEER an hour is not above the octile at 4: the ones at 1 and 2 are below.
      expect(band).to.equal(2);
      const terms = await t.terms({ skillId: t.skillId, quotedBand: 3 });
      await expectError(
        t,
        t.taskMarket.write.post([t.poster.id, terms, NOTE], t.as(t.poster)),
        "TaskMarketQuoteStale",
        [3, 2],
      );
    });

    for (const [name, fields, error, args] of [
      ["a price of zero", { price: 0n }, "TaskMarketPriceTooLow", [0n, 100_000n]],
      ["a price just too low", { price: 99_999n }, "TaskMarketPriceTooLow", [99_999n, 100_000n]],
      ["a price of 2^56", { price: 2n ** 56n }, "TaskMarketPriceTooHigh", [2n ** 56n, 2n ** 56n - 1n]],
      ["an unknown skill", { skillId: 99 }, "TaskMarketUnknownSkill", [99]],
      ["no skill", { skillId: 0 }, "TaskMarketUnknownSkill", [0]],
      ["an effort class that is none", { effort: 5 }, "TaskMarketOutOfBounds", undefined],
      ["a claim time over 72 hours", { claimHours: 73 }, "TaskMarketOutOfBounds", undefined],
      ["a review over 14 days", { reviewHours: 337 }, "TaskMarketOutOfBounds", undefined],
      ["flags that are not the poster's", { flags: 8 }, "TaskMarketOutOfBounds", undefined],
      ["a deadline in the past", { deadlineHour: 1 }, "TaskMarketDeadlinePassed", [3600n]],
    ] as const) {
      it(`refuses ${name}`, async () => {
        const t = await load();
        const terms = await t.terms({ skillId: t.skillId, ...fields });
        await expectError(
          t,
          t.taskMarket.write.post([t.poster.id, terms, NOTE], t.as(t.poster)),
          error,
          args,
        );
      });
    }

    it("refuses a deadline more than 60 days ahead", async () => {
      const t = await load();
      const deadlineHour = Math.floor((await now()) / HOUR) + 60 * 24 + 2;
      const terms = await t.terms({ skillId: t.skillId, deadlineHour });
      await expectError(
        t,
        t.taskMarket.write.post([t.poster.id, terms, NOTE], t.as(t.poster)),
        "TaskMarketDeadlineTooFar",
      );
    });

    it("refuses an empty content id, a stranger's account and money that is not there", async () => {
      const t = await load();
      const terms = await t.terms({ skillId: t.skillId });
      const post = (id: number, content: `0x${string}`, by: Person, price = PEER) =>
        t.taskMarket.write.post([id, { ...terms, price }, content], t.as(by));
      await expectError(t, post(t.poster.id, zeroHash, t.poster), "TaskMarketEmptyContent", []);
      await expectError(t, post(t.poster.id, NOTE, t.stranger), "TaskMarketNotOwner");
      await expectError(t, post(999, NOTE, t.stranger), "TaskMarketNotOwner");
      await viem.assertions.revertWithCustomError(
        post(t.poster.id, NOTE, t.poster, 1000n * PEER),
        t.ledger,
        "LedgerInsufficient",
      );
    });

    it("keeps more open tasks than there are lanes, each readable by its own id", async () => {
      const t = await load();
      const taskIds: bigint[] = [];
      for (let i = 0; i < 36; i++) taskIds.push(await t.openTask({ price: 100_000n + BigInt(i) }));
      // Every other one closes, and newer ones take the lanes that became free.
      for (let i = 0; i < 36; i += 2) await t.taskMarket.write.cancel([taskIds[i] ?? 0n], t.as(t.poster));
      for (let i = 0; i < 10; i++) taskIds.push(await t.openTask({ price: 200_000n + BigInt(i) }));
      for (const [i, taskId] of taskIds.entries()) {
        const { price } = await t.taskMarket.read.taskOf([taskId]);
        const expected = i >= 36 ? 200_000n + BigInt(i - 36) : i % 2 === 0 ? 0n : 100_000n + BigInt(i);
        expect(price).to.equal(expected);
      }
    });
  });

  describe("raise", () => {
    it("collects the difference and leaves band and levels", async () => {
      const t = await load();
      const taskId = await t.open({ price: PEER });
      const before = await t.taskMarket.read.taskOf([taskId]);
      await t.taskMarket.write.raise([taskId, 3n * PEER], t.as(t.poster));
      const after = await t.taskMarket.read.taskOf([taskId]);
      expect(after).to.deep.equal({ ...before, price: 3n * PEER });
      expect(await t.ledger.read.signedBalanceOf([t.taskMarket.address])).to.equal(3n * PEER);
    });

    it("counts the raised part's demurrage from the day of the raise", async () => {
      const t = await load();
      const taskId = await t.open({ price: PEER });
      await skip(4 * DAY);
      await t.taskMarket.write.raise([taskId, 2n * PEER], t.as(t.poster));
      // Half since day 0, half since day 4, of 7: 5 days on average.
      expect((await t.taskMarket.read.taskOf([taskId])).daysAhead).to.equal(5);
    });

    it("refuses a lower, an equal and a too high price, and anyone but the poster", async () => {
      const t = await load();
      const taskId = await t.open({ price: PEER });
      const raise = (price: bigint, by = t.poster) => t.taskMarket.write.raise([taskId, price], t.as(by));
      await expectError(t, raise(PEER), "TaskMarketPriceNotRaised", [PEER, PEER]);
      await expectError(t, raise(2n ** 56n), "TaskMarketPriceTooHigh");
      await expectError(t, raise(2n * PEER, t.stranger), "TaskMarketNotPoster");
    });
  });

  describe("cancel", () => {
    it("gives everything back on the same day", async () => {
      const t = await load();
      const before = await t.balance(t.poster);
      const taskId = await t.open();
      const closed = await closedEvent(t, t.taskMarket.write.cancel([taskId], t.as(t.poster)));
      expect(closed).to.include({ outcome: outcome.cancelled, paid: 0n, refunded: 4n * PEER, charged: 0n });
      expect(await t.balance(t.poster)).to.equal(before);
    });

    it("charges the demurrage of the locked time to the commons", async () => {
      const t = await load();
      const taskId = await t.open();
      await skip(6 * DAY);
      const owed = await t.ledger.read.demurrageSince([4n * PEER, Math.floor((await now()) / DAY) - 6]);
      const closed = await closedEvent(t, t.taskMarket.write.cancel([taskId], t.as(t.poster)));
      expect(closed.charged).to.equal(owed);
      expect(Number(owed)).to.be.greaterThan(0);
      expect(closed.refunded).to.equal(4n * PEER - owed);
    });

    it("charges nothing for what was funded on credit", async () => {
      const t = await load();
      const taskId = await t.post(t.stranger, { skillId: t.skillId, price: PEER });
      await skip(6 * DAY);
      const closed = await closedEvent(t, t.taskMarket.write.cancel([taskId], t.as(t.stranger)));
      expect(closed).to.include({ refunded: PEER, charged: 0n });
    });
  });

  describe("a bot", () => {
    it("delivers in its window and is paid at its payee by an explicit accept", async () => {
      const t = await load();
      const taskId = await t.delivered();
      const closed = await closedEvent(t, t.accept(taskId, t.poster));
      const payee = await t.bots.read.payeeOf([t.bot.id]);
      expect(closed).to.include({ workerId: t.bot.id, outcome: outcome.accepted, paid: 4n * PEER });
      expect(await t.ledger.read.signedBalanceOf([payee])).to.equal(4n * PEER);
      expect((await t.levels.read.standingOf([t.bot.id, t.skillId])).done).to.equal(0);
    });

    it("is never paid by silence: after a day anyone opens the task to people", async () => {
      const t = await load();
      const taskId = await t.delivered();
      await expectError(t, t.taskMarket.write.lapse([taskId], t.as(t.stranger)), "TaskMarketTooEarly");
      await skip(DAY);
      await t.taskMarket.write.lapse([taskId], t.as(t.stranger));
      const task = await t.taskMarket.read.taskOf([taskId]);
      expect(task).to.include({ state: state.open, workerId: 0, flags: 16, openedAt: await now() });
      await t.claim(taskId, t.worker);
    });

    it("is refused by the poster with a reason, and people come at once", async () => {
      const t = await load();
      const taskId = await t.delivered();
      await t.taskMarket.write.reject([taskId, NOTE], t.as(t.poster));
      await t.claim(taskId, t.worker);
      expect((await t.taskMarket.read.taskOf([taskId])).state).to.equal(state.claimed);
    });

    it("declines: alone in its skill it opens the task to people with its first try", async () => {
      const t = await load();
      const taskId = await t.open({ flags: 0 });
      await t.taskMarket.write.decline([taskId, t.bot.id], t.as(t.bot));
      const task = await t.taskMarket.read.taskOf([taskId]);
      expect(task).to.include({ state: state.open, botTries: 1, flags: 16 });
      await expectError(t, t.deliver(taskId, t.bot), "TaskMarketBotWindow");
    });

    it("declines: with a second bot it speaks for itself alone, and the other may try", async () => {
      const t = await load();
      const second = await t.registerBot(t.skillId);
      const taskId = await t.open({ flags: 0 });
      const before = await t.taskMarket.read.taskWord([taskId]);
      for (const _ of [1, 2]) {
        const sending = t.taskMarket.write.decline([taskId, t.bot.id], t.as(t.bot));
        await viem.assertions.emitWithArgs(sending, t.taskMarket, "TaskDeclined", [taskId, t.bot.id, before]);
      }
      expect(await t.taskMarket.read.taskWord([taskId])).to.equal(before);
      await t.deliver(taskId, second);
    });

    it("comes back once the task is open to everyone", async () => {
      const t = await load();
      const taskId = await t.open({ flags: 0 });
      await skip(11 * 60);
      await expectError(t, t.deliver(taskId, t.bot), "TaskMarketBotWindow");
      await skip(7 * HOUR);
      await t.deliver(taskId, t.bot);
    });

    it("refuses other skills' bots, people, strangers' keys, human-only tasks, late and empty work", async () => {
      const t = await load();
      const other = await t.registerBot(await t.createSkill("text"));
      const taskId = await t.open({ flags: 0 });
      const human = await t.open({ price: PEER });
      await expectError(t, t.deliver(taskId, other), "TaskMarketWrongSkill", [t.skillId, 2]);
      await expectError(t, t.deliver(taskId, t.worker), "TaskMarketNotBot", [t.worker.id]);
      await expectError(t, t.deliver(taskId, { ...t.bot, wallet: t.stranger.wallet }), "TaskMarketNotOwner");
      await expectError(t, t.deliver(human, t.bot), "TaskMarketHumanOnly", [human]);
      await expectError(
        t,
        t.taskMarket.write.deliver([taskId, t.bot.id, zeroHash], t.as(t.bot)),
        "TaskMarketEmptyContent",
      );
      await skip(8 * DAY);
      await expectError(t, t.deliver(taskId, t.bot), "TaskMarketTooLate");
    });
  });

  describe("claim", () => {
    it("waits for the bots' window, then lets an eligible member in", async () => {
      const t = await load();
      const taskId = await t.open({ flags: 0 });
      const eligibleAt = await t.taskMarket.read.eligibleAt([taskId, 0]);
      expect(eligibleAt).to.equal(BigInt((await now()) + 600));
      await expectError(t, t.claim(taskId, t.worker), "TaskMarketNotEligible", [taskId, 0, eligibleAt]);
      await warp(Number(eligibleAt));
      await t.claim(taskId, t.worker);
      const task = await t.taskMarket.read.taskOf([taskId]);
      expect(task).to.include({ state: state.claimed, workerId: t.worker.id });
      expect((await t.levels.read.standingOf([t.worker.id, t.skillId])).inHand).to.equal(1);
    });

    it("refuses the poster, bots, organisations, expired seats, strangers' keys and late comers", async () => {
      const t = await load();
      const organisation = await t.registerOrganisation();
      const taskId = await t.open();
      await expectError(t, t.claim(taskId, t.poster), "TaskMarketOwnTask", [taskId]);
      await expectError(t, t.claim(taskId, t.bot), "TaskMarketNotSeated", [t.bot.id]);
      await expectError(t, t.claim(taskId, organisation), "TaskMarketNotSeated", [organisation.id]);
      await expectError(t, t.claim(taskId, { ...t.worker, wallet: t.stranger.wallet }), "TaskMarketNotOwner");
      await skip(8 * DAY);
      await expectError(t, t.claim(taskId, t.worker), "TaskMarketTooLate");
      const later = await t.open({ price: PEER });
      await t.members.write.leave([t.worker.id], t.as(t.worker));
      await expectError(t, t.claim(later, t.worker), "TaskMarketNotSeated", [t.worker.id]);
    });

    it("knows a seat that was renewed after the market first saw it", async () => {
      const t = await load();
      await t.finishTask(t.poster, t.stranger, { skillId: t.skillId, price: PEER });
      await skip(170 * DAY);
      await t.members.write.renew([t.stranger.id, "0x"], t.as(t.stranger));
      await skip(20 * DAY);
      await t.members.write.renew([t.poster.id, "0x"], t.as(t.poster)).catch(() => undefined);
      const taskId = await t.open({ price: PEER });
      await t.claim(taskId, t.stranger);
    });

    it("lets a newcomer hold two tasks, not three", async () => {
      const t = await load();
      const taskIds = [
        await t.open({ price: PEER }),
        await t.open({ price: PEER }),
        await t.open({ price: PEER }),
      ];
      for (const taskId of taskIds.slice(0, 2)) await t.claim(taskId, t.worker);
      await viem.assertions.revertWithCustomErrorWithArgs(
        t.claim(taskIds[2] ?? 0n, t.worker),
        t.levels,
        "LevelsTooManyInHand",
        [t.worker.id, t.skillId, 2, 2],
      );
    });
  });

  describe("release and expiry", () => {
    it("a release leaves no mark and claimed time does not count as age", async () => {
      const t = await load();
      const taskId = await t.open();
      const openedAt = await now();
      await skip(100);
      await t.claim(taskId, t.worker);
      await skip(1000);
      await t.taskMarket.write.release([taskId], t.as(t.worker));
      const task = await t.taskMarket.read.taskOf([taskId]);
      expect(task.openedAt - openedAt).to.be.within(1000, 1002);
      expect(task).to.include({ state: state.open, workerId: 0 });
      const standing = await t.levels.read.standingOf([t.worker.id, t.skillId]);
      expect(standing).to.include({ inHand: 0, late: 0, lastDay: 0 });
    });

    it("a release after a quarter of the claim's time is a late mark, without a pause", async () => {
      const t = await load();
      const taskId = await t.claimed();
      await skip(HOUR + 60);
      await t.taskMarket.write.release([taskId], t.as(t.worker));
      const standing = await t.levels.read.standingOf([t.worker.id, t.skillId]);
      expect(standing).to.include({ inHand: 0, late: 1 });
      await t.untilEligible(taskId);
      await t.claim(taskId, t.worker);
    });

    it("an expired claim is a late mark, and seven days' pause at level 0", async () => {
      const t = await load();
      const taskId = await t.claimed();
      await expectError(t, t.taskMarket.write.expireClaim([taskId], t.as(t.stranger)), "TaskMarketTooEarly");
      await skip(4 * HOUR);
      await expectError(t, t.submit(taskId, t.worker), "TaskMarketTooLate");
      await expectError(t, t.taskMarket.write.release([taskId], t.as(t.worker)), "TaskMarketTooLate");
      await t.taskMarket.write.expireClaim([taskId], t.as(t.stranger));
      const standing = await t.levels.read.standingOf([t.worker.id, t.skillId]);
      expect(standing).to.include({ inHand: 0, late: 1 });
      await viem.assertions.revertWithCustomError(t.claim(taskId, t.worker), t.levels, "LevelsBlocked");
      await skip(7 * DAY);
      await t.taskMarket.write.refund([taskId], t.as(t.stranger));
    });
  });

  describe("a key rotated in the middle of a task", () => {
    async function rotate(t: Work, person: Person): Promise<Person> {
      const wallet = t.newWallet();
      const deadline = BigInt((await now()) + DAY);
      const signature = await wallet.signTypedData({
        domain: {
          name: "PeerCommons Members",
          version: "1",
          chainId: await t.publicClient.getChainId(),
          verifyingContract: t.members.address,
        },
        types: {
          Rotate: [
            { name: "accountId", type: "uint32" },
            { name: "newOwner", type: "address" },
            { name: "deadline", type: "uint256" },
          ],
        },
        primaryType: "Rotate",
        message: { accountId: person.id, newOwner: wallet.account.address, deadline },
      });
      await t.members.write.rotate([person.id, wallet.account.address, deadline, signature], t.as(person));
      return { id: person.id, wallet, address: wallet.account.address };
    }

    it("the new key submits and is paid, the old one is nobody", async () => {
      const t = await load();
      const taskId = await t.claimed();
      const renewed = await rotate(t, t.worker);
      await expectError(t, t.submit(taskId, t.worker), "TaskMarketNotWorker", [taskId, t.worker.address]);
      await t.submit(taskId, renewed);
      await t.accept(taskId, t.poster);
      expect(await t.balance(renewed)).to.equal(4n * PEER);
      expect(await t.balance(t.worker)).to.equal(0n);
    });

    it("the poster's new key accepts, the old one cannot, and refunds go to the new one", async () => {
      const t = await load();
      const taskId = await t.submitted();
      const other = await t.open({ price: PEER });
      const renewed = await rotate(t, t.poster);
      await expectError(t, t.accept(taskId, t.poster), "TaskMarketNotPoster", [taskId, t.poster.address]);
      await t.accept(taskId, renewed);
      const before = await t.balance(renewed);
      await t.taskMarket.write.cancel([other], t.as(renewed));
      expect(await t.balance(renewed)).to.equal(before + PEER);
    });
  });

  describe("governor", () => {
    it("names the arbiter and hands its office on; nobody else does", async () => {
      const t = await load();
      await expectError(
        t,
        t.taskMarket.write.setArbiter([t.stranger.address], t.as(t.stranger)),
        "TaskMarketNotGovernor",
        [t.stranger.address],
      );
      await t.taskMarket.write.setGovernor([t.stranger.address], { account: t.governor.account });
      await t.taskMarket.write.setArbiter([t.stranger.address], t.as(t.stranger));
      expect(await t.taskMarket.read.arbiter()).to.equal(getAddress(t.stranger.address));
    });

    it("only members drop copies of accounts", async () => {
      const t = await load();
      for (const act of ["seatTaken", "seatEnded"] as const)
        await expectError(
          t,
          t.taskMarket.write[act]([1, zeroAddress], t.as(t.stranger)),
          "TaskMarketNotMembers",
        );
      const rotated = t.taskMarket.write.accountRotated([1, zeroAddress, zeroAddress], t.as(t.stranger));
      await expectError(t, rotated, "TaskMarketNotMembers");
    });
  });

  describe("every act in a state it does not belong to", () => {
    const acts: Record<
      string,
      { allowed: (keyof typeof state)[]; by: "poster" | "worker" | "bot" | "arbiter" }
    > = {
      raise: { allowed: ["open"], by: "poster" },
      cancel: { allowed: ["open"], by: "poster" },
      deliver: { allowed: ["open"], by: "bot" },
      decline: { allowed: ["open"], by: "bot" },
      lapse: { allowed: ["delivered"], by: "poster" },
      claim: { allowed: ["open"], by: "worker" },
      release: { allowed: ["claimed"], by: "worker" },
      expireClaim: { allowed: ["claimed"], by: "poster" },
      submit: { allowed: ["claimed"], by: "worker" },
      requestRevision: { allowed: ["submitted"], by: "poster" },
      accept: { allowed: ["submitted", "delivered"], by: "poster" },
      autoAccept: { allowed: ["submitted"], by: "poster" },
      reject: { allowed: ["submitted", "delivered"], by: "poster" },
      concede: { allowed: ["rejected"], by: "worker" },
      dispute: { allowed: ["rejected"], by: "worker" },
      rule: { allowed: ["disputed"], by: "arbiter" },
      halve: { allowed: ["disputed"], by: "poster" },
      refund: { allowed: ["open"], by: "poster" },
    };

    function send(t: Work, act: string, taskId: bigint, by: string) {
      const extra: Record<string, readonly unknown[]> = {
        raise: [9n * PEER],
        deliver: [t.bot.id, NOTE],
        decline: [t.bot.id],
        claim: [t.worker.id],
        submit: [NOTE],
        requestRevision: [NOTE],
        accept: [5],
        reject: [NOTE],
        rule: [50],
      };
      const accounts: Record<string, Person["wallet"]> = {
        poster: t.poster.wallet,
        worker: t.worker.wallet,
        bot: t.bot.wallet,
        arbiter: t.arbiter,
      };
      const account = accounts[by]?.account;
      if (account === undefined) throw new Error(`Nobody is called ${by}.`);
      return t.deployer.writeContract({
        abi: t.taskMarket.abi,
        address: t.taskMarket.address,
        functionName: act,
        args: [taskId, ...(extra[act] ?? [])],
        account,
      } as never);
    }

    for (const from of Object.keys(state) as (keyof typeof state)[]) {
      it(`is refused while ${from}`, async () => {
        const t = await load();
        const taskId = await t.makers[from]();
        for (const [act, { allowed, by }] of Object.entries(acts)) {
          if (allowed.includes(from)) continue;
          await expectError(t, send(t, act, taskId, by), "TaskMarketWrongState", [taskId, state[from]]);
        }
      });
    }

    it("is refused for a task that never was", async () => {
      const t = await load();
      for (const [act, { by }] of Object.entries(acts))
        await expectError(t, send(t, act, 77n, by), "TaskMarketUnknownTask", [77n]);
    });

    it("is refused to strangers", async () => {
      const cases: [keyof typeof state, string, string][] = [
        ["open", "cancel", "TaskMarketNotPoster"],
        ["claimed", "release", "TaskMarketNotWorker"],
        ["claimed", "submit", "TaskMarketNotWorker"],
        ["submitted", "accept", "TaskMarketNotPoster"],
        ["submitted", "reject", "TaskMarketNotPoster"],
        ["submitted", "requestRevision", "TaskMarketNotPoster"],
        ["rejected", "dispute", "TaskMarketNotWorker"],
      ];
      for (const [from, act, error] of cases) {
        const t = await load();
        const taskId = await t.makers[from]({ price: PEER });
        const stranger = getAddress(t.arbiter.account.address);
        await expectError(t, send(t, act, taskId, "arbiter"), error, [taskId, stranger]);
      }
    });
  });
});
