import { expect } from "chai";
import { zeroAddress } from "viem";
import { edge, invoice, obligationIdOf, owe, sign } from "../../kit/clearing.ts";
import { DAY, deployTown, networkHelpers, now, PEER, skip, viem } from "../../kit/fixture.ts";
import { as, rotation } from "../../kit/people.ts";

/** Three people in a circle of debts: ada owes bo 30, bo owes cem 20, cem owes ada 50. */
async function circle() {
  const town = await deployTown();
  const [ada, bo, cem] = town.founders;
  const ids = [
    await owe(town, ada, bo, 30n * PEER),
    await owe(town, bo, cem, 20n * PEER),
    await owe(town, cem, ada, 50n * PEER),
  ] as const;
  const left = async (id: bigint) => (await town.clearing.read.obligationOf([id])).remaining;
  const balance = (address: `0x${string}`) => town.ledger.read.signedBalanceOf([address]);
  return { ...town, town, ada, bo, cem, ids, left, balance };
}

describe("Clearing", () => {
  const load = () => networkHelpers.loadFixture(circle);

  describe("registerObligation", () => {
    it("takes what both signed from anyone and tells it", async () => {
      const { town, clearing, ada, bo, cem } = await load();
      const message = await invoice(ada, bo, 7n, { number: 2, dueDay: 20_500 });
      const args = [message, await sign(town, ada, message), await sign(town, bo, message)] as const;
      const id = obligationIdOf(bo.id, 2);
      await viem.assertions.emitWithArgs(
        clearing.write.registerObligation(args, as(cem)),
        clearing,
        "ObligationRegistered",
        [id, ada.id, bo.id, 7n, 20_500, message.memo],
      );
      expect(await clearing.read.obligationOf([id])).to.deep.equal({
        remaining: 7n,
        debtorId: ada.id,
        amount: 7n,
        dueDay: 20_500,
        cancelled: false,
      });
    });

    it("asks no signature of its caller", async () => {
      const { town, clearing, ada, bo } = await load();
      const message = await invoice(ada, bo, 7n, { number: 2 });
      await clearing.write.registerObligation([message, "0x", await sign(town, bo, message)], as(ada));
      const back = await invoice(bo, ada, 7n, { number: 2 });
      await clearing.write.registerObligation([back, await sign(town, bo, back), "0x"], as(ada));
    });

    it("takes the signature of a wallet that is a contract", async () => {
      const { town, clearing, members, ada, bo, cem } = await load();
      const wallet = await viem.deployContract("SignerWallet", [cem.address]);
      await members.write.rotate(await rotation(town, bo.id, cem.wallet, undefined, wallet.address), as(bo));
      const message = await invoice(ada, bo, 7n, { number: 2 });
      // Bo's old key no longer speaks for the account; the wallet's key does.
      await viem.assertions.revertWithCustomErrorWithArgs(
        clearing.write.registerObligation([message, "0x", await sign(town, bo, message)], as(ada)),
        clearing,
        "ClearingBadSignature",
        [bo.id],
      );
      await clearing.write.registerObligation([message, "0x", await sign(town, cem, message)], as(ada));
    });

    it("refuses what is not signed by both", async () => {
      const { town, clearing, ada, bo, cem } = await load();
      const message = await invoice(ada, bo, 7n, { number: 2 });
      const [byAda, byBo, byCem] = [
        await sign(town, ada, message),
        await sign(town, bo, message),
        await sign(town, cem, message),
      ];
      for (const [signatures, culprit] of [
        [["0x", byBo], ada.id],
        [[byAda, "0x"], bo.id],
        [[byCem, byBo], ada.id],
        [[byBo, byAda], ada.id],
      ] as const) {
        await viem.assertions.revertWithCustomErrorWithArgs(
          clearing.write.registerObligation([message, ...signatures], as(cem)),
          clearing,
          "ClearingBadSignature",
          [culprit],
        );
      }
    });

    it("refuses a signature over another amount, contract, chain or name", async () => {
      const { town, clearing, ada, bo, ledger } = await load();
      const message = await invoice(ada, bo, 7n, { number: 2 });
      const other = { ...message, amount: 8n };
      const forged = [
        await sign(town, bo, other),
        await sign(town, bo, message, { verifyingContract: ledger.address }),
        await sign(town, bo, message, { chainId: 1 }),
        await sign(town, bo, message, { name: "PeerCommons Ledger" }),
      ];
      for (const signature of forged) {
        await viem.assertions.revertWithCustomError(
          clearing.write.registerObligation([message, "0x", signature], as(ada)),
          clearing,
          "ClearingBadSignature",
        );
      }
    });

    it("takes no number twice, whatever became of the first", async () => {
      const { town, clearing, ada, bo, cem, ids } = await load();
      const message = await invoice(cem, bo, 7n);
      const again = [message, await sign(town, cem, message), await sign(town, bo, message)] as const;
      const refused = () =>
        viem.assertions.revertWithCustomErrorWithArgs(
          clearing.write.registerObligation(again),
          clearing,
          "ClearingNumberUsed",
          [ids[0]],
        );
      await refused();
      await clearing.write.clear([ids.map((id) => edge(id, 20n * PEER))]);
      await clearing.write.settle([ada.id, [edge(ids[0], 10n * PEER)], [bo.id]], as(ada));
      await refused();
    });

    it("takes nothing late, empty, owed to oneself or by nobody", async () => {
      const { town, clearing, ada, bo } = await load();
      const both = async (message: Awaited<ReturnType<typeof invoice>>) =>
        clearing.write.registerObligation([
          message,
          await sign(town, ada, message),
          await sign(town, bo, message),
        ]);
      const late = await invoice(ada, bo, 7n, { number: 2, deadline: BigInt((await now()) - 1) });
      await viem.assertions.revertWithCustomError(both(late), clearing, "ClearingExpired");
      const empty = await invoice(ada, bo, 0n, { number: 2 });
      await viem.assertions.revertWithCustomError(both(empty), clearing, "ClearingZeroAmount");
      const own = await invoice(ada, ada, 7n, { number: 2 });
      await viem.assertions.revertWithCustomError(both(own), clearing, "ClearingSelf");
      const nobody = await invoice({ ...ada, id: 999 }, bo, 7n, { number: 2 });
      await viem.assertions.revertWithCustomErrorWithArgs(
        both(nobody),
        clearing,
        "ClearingUnknownAccount",
        [999],
      );
    });
  });

  describe("clear", () => {
    it("takes the loop off every edge, for anyone, and moves no money", async () => {
      const { clearing, ids, left, ada, balance, newWallet } = await load();
      const before = await balance(ada.address);
      const edges = ids.map((id) => edge(id, 20n * PEER));
      await viem.assertions.emitWithArgs(
        clearing.write.clear([edges], { account: newWallet().account }),
        clearing,
        "Cleared",
        [edges],
      );
      expect(await Promise.all(ids.map(left))).to.deep.equal([10n * PEER, 0n, 30n * PEER]);
      expect(await balance(ada.address)).to.equal(before);
    });

    it("takes two loops that share an edge in one call", async () => {
      const { town, clearing, ada, bo, ids, left } = await load();
      const direct = await owe(town, bo, ada, 9n * PEER, { number: 2 });
      await clearing.write.clear([
        [
          edge(ids[0], 29n * PEER),
          edge(direct, 9n * PEER),
          edge(ids[2], 20n * PEER),
          edge(ids[1], 20n * PEER),
        ],
      ]);
      expect(await left(ids[0])).to.equal(PEER);
      expect(await left(direct)).to.equal(0n);
    });

    it("refuses edges that leave somebody with something", async () => {
      const { clearing, ada, ids } = await load();
      const open = [edge(ids[0], 20n * PEER), edge(ids[1], 20n * PEER)];
      await viem.assertions.revertWithCustomErrorWithArgs(
        clearing.write.clear([open]),
        clearing,
        "ClearingUnbalanced",
        [ada.id, -20n * PEER],
      );
      const crooked = [edge(ids[0], 20n * PEER), edge(ids[1], 20n * PEER), edge(ids[2], 20n * PEER - 1n)];
      await viem.assertions.revertWithCustomErrorWithArgs(
        clearing.write.clear([crooked]),
        clearing,
        "ClearingUnbalanced",
        [ada.id, -1n],
      );
    });

    it("refuses an edge above what is left, also in two halves", async () => {
      const { clearing, ids } = await load();
      const above = ids.map((id) => edge(id, 20n * PEER + 1n));
      await viem.assertions.revertWithCustomErrorWithArgs(
        clearing.write.clear([above]),
        clearing,
        "ClearingExceeds",
        [ids[1], 20n * PEER, 20n * PEER + 1n],
      );
      const twice = [...ids, ...ids].map((id) => edge(id, 11n * PEER));
      await viem.assertions.revertWithCustomErrorWithArgs(
        clearing.write.clear([twice]),
        clearing,
        "ClearingExceeds",
        [ids[1], 9n * PEER, 11n * PEER],
      );
    });

    it("refuses an edge of nothing and an edge that is none", async () => {
      const { clearing, ids } = await load();
      await viem.assertions.revertWithCustomError(
        clearing.write.clear([[edge(ids[0], 0n)]]),
        clearing,
        "ClearingZeroAmount",
      );
      const unknown = obligationIdOf(77, 1);
      await viem.assertions.revertWithCustomErrorWithArgs(
        clearing.write.clear([[edge(unknown, 1n)]]),
        clearing,
        "ClearingExceeds",
        [unknown, 0n, 1n],
      );
    });
  });

  describe("settle", () => {
    it("pays one invoice, on credit when there is no money", async () => {
      const { clearing, ada, bo, ids, left, balance } = await load();
      const edges = [edge(ids[0], 8n * PEER)];
      await clearing.write.settle([ada.id, edges, [bo.id]], as(ada));
      expect(await balance(ada.address)).to.equal(-8n * PEER);
      expect(await balance(bo.address)).to.equal(8n * PEER);
      expect(await balance(clearing.address)).to.equal(0n);
      expect(await left(ids[0])).to.equal(22n * PEER);
    });

    it("pays the end of a chain and spares everyone between", async () => {
      const { clearing, ada, cem, bo, ids, left, balance } = await load();
      const edges = [edge(ids[0], 10n * PEER), edge(ids[1], 10n * PEER)];
      await viem.assertions.emitWithArgs(
        clearing.write.settle([ada.id, edges, [cem.id]], as(ada)),
        clearing,
        "Settled",
        [ada.id, 10n * PEER, edges, [cem.id]],
      );
      expect(await balance(cem.address)).to.equal(10n * PEER);
      expect(await balance(bo.address)).to.equal(0n);
      expect(await left(ids[1])).to.equal(10n * PEER);
    });

    it("keeps to the payer's limit", async () => {
      const { clearing, ledger, ada, bo, ids } = await load();
      await viem.assertions.revertWithCustomErrorWithArgs(
        clearing.write.settle([ada.id, [edge(ids[0], 30n * PEER)], [bo.id]], as(ada)),
        ledger,
        "LedgerInsufficient",
        [ada.address, 10n * PEER, 30n * PEER],
      );
    });

    it("collects from nobody but its caller", async () => {
      const { clearing, ada, bo, ids } = await load();
      await viem.assertions.revertWithCustomError(
        clearing.write.settle([ada.id, [edge(ids[0], PEER)], [bo.id]], as(bo)),
        clearing,
        "ClearingNotOwner",
      );
      await viem.assertions.revertWithCustomErrorWithArgs(
        clearing.write.settle([bo.id, [edge(ids[0], PEER)], [bo.id]], as(bo)),
        clearing,
        "ClearingUnbalanced",
        [bo.id, PEER],
      );
    });

    it("pays exactly those who are owed, each once", async () => {
      const { clearing, ada, bo, cem, ids } = await load();
      const edges = [edge(ids[0], 3n * PEER), edge(ids[1], 2n * PEER)];
      const settle = (receivers: number[]) => clearing.write.settle([ada.id, edges, receivers], as(ada));
      for (const [receivers, accountId, net] of [
        [[bo.id], cem.id, 2n * PEER],
        [[bo.id, bo.id, cem.id], bo.id, 0n],
        [[bo.id, cem.id, ada.id], ada.id, 0n],
        [[], bo.id, PEER],
      ] as const) {
        await viem.assertions.revertWithCustomErrorWithArgs(
          settle([...receivers]),
          clearing,
          "ClearingUnbalanced",
          [accountId, net],
        );
      }
      await settle([cem.id, bo.id]);
    });
  });

  describe("cancelObligation", () => {
    it("lets the creditor waive the rest, and nobody else", async () => {
      const { clearing, ada, bo, ids, left } = await load();
      await viem.assertions.revertWithCustomError(
        clearing.write.cancelObligation([bo.id, 1], as(ada)),
        clearing,
        "ClearingNotOwner",
      );
      await viem.assertions.emitWithArgs(
        clearing.write.cancelObligation([bo.id, 1], as(bo)),
        clearing,
        "ObligationCancelled",
        [ids[0], bo.id, 30n * PEER],
      );
      expect(await left(ids[0])).to.equal(0n);
      await viem.assertions.revertWithCustomError(
        clearing.write.cancelObligation([bo.id, 1], as(bo)),
        clearing,
        "ClearingNothingLeft",
      );
    });

    it("strikes out a signed number before it is registered", async () => {
      const { town, clearing, ada, bo } = await load();
      const message = await invoice(ada, bo, 7n, { number: 2 });
      const signature = await sign(town, bo, message);
      await clearing.write.cancelObligation([bo.id, 2], as(bo));
      await viem.assertions.revertWithCustomError(
        clearing.write.registerObligation([message, "0x", signature], as(ada)),
        clearing,
        "ClearingNumberUsed",
      );
    });
  });

  describe("debtors in trouble", () => {
    it("clears the debts of somebody who left, and takes them back under a new key", async () => {
      const { town, clearing, members, ada, ids, left } = await load();
      await members.write.leave([ada.id], as(ada));
      await clearing.write.clear([ids.map((id) => edge(id, 5n * PEER))]);
      const wallet = town.newWallet();
      await members.write.rotate(await rotation(town, ada.id, wallet), as(ada));
      await clearing.write.clear([ids.map((id) => edge(id, 5n * PEER))]);
      expect(await left(ids[0])).to.equal(20n * PEER);
    });

    it("clears years after the due day", async () => {
      const { clearing, ids, left } = await load();
      await skip(9 * 365 * DAY);
      await clearing.write.clear([ids.map((id) => edge(id, 20n * PEER))]);
      expect(await left(ids[1])).to.equal(0n);
    });
  });

  describe("gas", () => {
    it("clears a loop of three for at most 43,000 and 7,500 an edge more", async () => {
      const { town, clearing, ada, bo, ids } = await load();
      const cost = async (edges: bigint[]) =>
        (
          await town.publicClient.getTransactionReceipt({
            hash: await clearing.write.clear([edges]),
          })
        ).gasUsed;
      const three = await cost(ids.map((id) => edge(id, PEER)));
      expect(Number(three)).to.be.at.most(43_000);
      const pair = [
        await owe(town, ada, bo, PEER, { number: 2 }),
        await owe(town, bo, ada, PEER, { number: 2 }),
      ];
      const five = await cost([...ids, ...pair].map((id) => edge(id, PEER)));
      expect(Number(five - three) / 2).to.be.at.most(7_500);
    });
  });

  it("trusts the forwarder and nobody else's word on who calls", async () => {
    const { clearing, forwarder } = await load();
    expect(await clearing.read.isTrustedForwarder([forwarder.address])).to.equal(true);
    expect(await clearing.read.isTrustedForwarder([zeroAddress])).to.equal(false);
  });
});
