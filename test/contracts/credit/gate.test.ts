import { expect } from "chai";
import { type Address, encodeFunctionData, zeroAddress, zeroHash } from "viem";
import { DAY, deployTown, networkHelpers, now, PEER, type Person, skip, viem } from "../../kit/fixture.ts";
import { as } from "../../kit/people.ts";

const MONTH = 30 * DAY;
const WEEK = 7 * DAY;

/** A town that lists an ordinary token of 6 decimals and one of 18, and odd ones. */
async function town() {
  const whole = await deployTown();
  const { gate, governor, ledger, founders } = whole;
  const [ada, bo, cem] = founders;
  const tokenOf = (decimals: number) => viem.deployContract("OddToken", [decimals]);
  const usd = await tokenOf(6);
  const dai = await tokenOf(18);
  for (const token of [usd, dai]) {
    await gate.write.proposeToken([token.address], { account: governor.account });
  }
  await skip(MONTH);
  for (const token of [usd, dai]) await gate.write.listToken([token.address]);
  const give = async (token: typeof usd, who: Person, amount: bigint) => {
    await token.write.mint([who.address, amount]);
    await token.write.approve([gate.address, amount], as(who));
  };
  const bring = async (token: typeof usd, who: Person, amount: bigint) => {
    await give(token, who, amount);
    await gate.write.deposit([who.id, token.address, amount], as(who));
  };
  const takeOut = (token: { address: Address }, who: Person, amount: bigint, to = who.address) =>
    gate.write.redeem([who.id, token.address, amount, to], as(who));
  const balance = (address: Address) => ledger.read.signedBalanceOf([address]);
  return { ...whole, usd, dai, tokenOf, ada, bo, cem, give, bring, takeOut, balance };
}

describe("Gate", () => {
  const load = () => networkHelpers.loadFixture(town);

  describe("deposit", () => {
    it("gives one PEER for one, and goes below zero by what it holds", async () => {
      const { gate, usd, ada, give, balance, ledger } = await load();
      await give(usd, ada, 40n * PEER);
      await viem.assertions.emitWithArgs(
        gate.write.deposit([ada.id, usd.address, 40n * PEER], as(ada)),
        gate,
        "Deposited",
        [ada.id, usd.address, 40n * PEER, 40n * PEER, 40n * PEER, 40n * PEER],
      );
      expect(await balance(ada.address)).to.equal(40n * PEER);
      expect(await balance(gate.address)).to.equal(-40n * PEER);
      expect((await ledger.read.accountOf([gate.address])).limit).to.equal(40n * PEER);
      expect(await gate.read.reserve()).to.equal(40n * PEER);
    });

    it("rounds 18 decimals down, against the depositor", async () => {
      const { gate, dai, ada, bring, balance } = await load();
      await bring(dai, ada, 2_000_000_999_999_999_999n);
      expect(await balance(ada.address)).to.equal(2_000_000n);
      expect(await gate.read.reserve()).to.equal(2_000_000n);
    });

    it("refuses dust that is less than one unit", async () => {
      const { gate, dai, ada, give } = await load();
      await give(dai, ada, 999_999_999_999n);
      await viem.assertions.revertWithCustomError(
        gate.write.deposit([ada.id, dai.address, 999_999_999_999n], as(ada)),
        gate,
        "GateZeroAmount",
      );
    });

    it("takes a permit instead of an approval, also one that was sent already", async () => {
      const { gate, ada, playDollar, publicClient, balance } = await load();
      const deadline = BigInt((await now()) + 600);
      const signature = await ada.wallet.signTypedData({
        domain: {
          name: await playDollar.read.name(),
          version: "1",
          chainId: await publicClient.getChainId(),
          verifyingContract: playDollar.address,
        },
        types: {
          Permit: [
            { name: "owner", type: "address" },
            { name: "spender", type: "address" },
            { name: "value", type: "uint256" },
            { name: "nonce", type: "uint256" },
            { name: "deadline", type: "uint256" },
          ],
        },
        primaryType: "Permit",
        message: {
          owner: ada.address,
          spender: gate.address,
          value: 60n * PEER,
          nonce: 0n,
          deadline,
        },
      });
      const r = signature.slice(0, 66) as `0x${string}`;
      const s = `0x${signature.slice(66, 130)}` as const;
      const v = Number.parseInt(signature.slice(130), 16);
      await playDollar.write.permit([ada.address, gate.address, 60n * PEER, deadline, v, r, s]);
      await gate.write.depositWithPermit(
        [ada.id, playDollar.address, 60n * PEER, deadline, v, r, s],
        as(ada),
      );
      expect(await balance(ada.address)).to.equal(60n * PEER);
    });

    it("refuses what is not listed, and another's account", async () => {
      const { gate, usd, ada, bo, tokenOf } = await load();
      const other = await tokenOf(6);
      await viem.assertions.revertWithCustomError(
        gate.write.deposit([ada.id, other.address, PEER], as(ada)),
        gate,
        "GateUnknownToken",
      );
      await viem.assertions.revertWithCustomError(
        gate.write.deposit([ada.id, usd.address, PEER], as(bo)),
        gate,
        "GateNotOwner",
      );
    });
  });

  describe("redeem", () => {
    it("gives the token back, to whom one likes", async () => {
      const { gate, dai, ada, bo, bring, takeOut, balance } = await load();
      await bring(dai, ada, 40n * 10n ** 18n);
      await takeOut(dai, ada, 30n * PEER, bo.address);
      expect(await dai.read.balanceOf([bo.address])).to.equal(30n * 10n ** 18n);
      expect(await balance(ada.address)).to.equal(10n * PEER);
      expect(await balance(gate.address)).to.equal(-10n * PEER);
    });

    it("keeps to a quarter a week of what is in, or 50 PEER where that is more", async () => {
      const { gate, usd, ada, bring, takeOut } = await load();
      await bring(usd, ada, 1_000n * PEER);
      await takeOut(usd, ada, 200n * PEER);
      await viem.assertions.revertWithCustomErrorWithArgs(takeOut(usd, ada, 51n * PEER), gate, "GateQuota", [
        ada.id,
        50n * PEER,
        51n * PEER,
      ]);
      await takeOut(usd, ada, 50n * PEER);
      await skip(WEEK);
      expect(await gate.read.redeemable([ada.id, usd.address])).to.equal(187_500_000n);
      let weeks = 0;
      for (; (await gate.read.receiptOf([ada.id, usd.address])).net > 100n * PEER; weeks++) {
        await skip(WEEK);
        await takeOut(usd, ada, await gate.read.redeemable([ada.id, usd.address]));
      }
      expect(weeks).to.be.lessThan(12);
    });

    it("works after the token was closed for deposits, and years later", async () => {
      const { gate, usd, ada, bring, takeOut, governor } = await load();
      await bring(usd, ada, 40n * PEER);
      await gate.write.delistToken([usd.address], { account: governor.account });
      await viem.assertions.revertWithCustomError(bring(usd, ada, PEER), gate, "GateUnknownToken");
      await skip(9 * 365 * DAY);
      await takeOut(usd, ada, PEER);
    });

    it("refuses nothing, nobody and another's", async () => {
      const { gate, usd, ada, bo, bring, takeOut } = await load();
      await bring(usd, ada, 40n * PEER);
      await viem.assertions.revertWithCustomError(takeOut(usd, ada, 0n), gate, "GateZeroAmount");
      await viem.assertions.revertWithCustomError(
        takeOut(usd, ada, 1n, zeroAddress),
        gate,
        "GateZeroAddress",
      );
      await viem.assertions.revertWithCustomError(
        gate.write.redeem([ada.id, usd.address, 1n, bo.address], as(bo)),
        gate,
        "GateNotOwner",
      );
    });
  });

  describe("credit-made units", () => {
    it("cannot be redeemed by whoever drew them, nor by a friend (par redemption)", async () => {
      const { gate, usd, ada, bo, cem, bring, pay, takeOut } = await load();
      await bring(usd, cem, 100n * PEER);
      await pay(ada, bo.address, 10n * PEER);
      await viem.assertions.revertWithCustomErrorWithArgs(
        takeOut(usd, bo, 10n * PEER),
        gate,
        "GateMoreThanBroughtIn",
        [bo.id, 0n, 10n * PEER],
      );
    });

    it("are not drawn by redeeming: never while in debt, never into it", async () => {
      const { ledger, usd, ada, bo, bring, pay, takeOut } = await load();
      await bring(usd, ada, 40n * PEER);
      await pay(ada, bo.address, 45n * PEER);
      await viem.assertions.revertWithCustomErrorWithArgs(
        takeOut(usd, ada, PEER),
        ledger,
        "LedgerInsufficient",
        [ada.address, 0n, PEER],
      );
      await pay(bo, ada.address, 10n * PEER);
      await viem.assertions.revertWithCustomError(takeOut(usd, ada, 6n * PEER), ledger, "LedgerInsufficient");
      await takeOut(usd, ada, 5n * PEER);
    });
  });

  describe("tokens with habits", () => {
    const odd = async (decimals = 6) => {
      const all = await load();
      const token = await all.tokenOf(decimals);
      await all.gate.write.proposeToken([token.address], { account: all.governor.account });
      await skip(MONTH);
      await all.gate.write.listToken([token.address]);
      return { ...all, token };
    };

    it("that take a fee are credited as they arrive", async () => {
      const { gate, token, ada, bring, takeOut, balance } = await odd();
      await token.write.setFee([300n]);
      await bring(token, ada, 100n * PEER);
      expect(await balance(ada.address)).to.equal(97n * PEER);
      await takeOut(token, ada, 40n * PEER);
      expect(await token.read.balanceOf([ada.address])).to.equal(38_800_000n);
      expect(await token.read.balanceOf([gate.address])).to.equal(57n * PEER);
    });

    it("that return nothing work", async () => {
      const { token, ada, bring, takeOut } = await odd(18);
      await token.write.setSilent([true]);
      await bring(token, ada, 5n * 10n ** 18n);
      await takeOut(token, ada, 5n * PEER);
      expect(await token.read.balanceOf([ada.address])).to.equal(5n * 10n ** 18n);
    });

    it("that refuse stop their own depositors alone, and cost them nothing", async () => {
      const { token, usd, ada, bo, bring, takeOut, balance, gate } = await odd();
      await bring(token, ada, 9n * PEER);
      await bring(usd, bo, 9n * PEER);
      await token.write.refuse([ada.address]);
      await viem.assertions.revertWithCustomError(takeOut(token, ada, PEER), token, "OddTokenRefused");
      expect(await balance(ada.address)).to.equal(9n * PEER);
      expect((await gate.read.receiptOf([ada.id, token.address])).net).to.equal(9n * PEER);
      await takeOut(token, ada, PEER, bo.address);
      await takeOut(usd, bo, 9n * PEER);
    });

    it("that re-enter get nowhere", async () => {
      const { gate, token, ada, bring, takeOut, balance } = await odd();
      await bring(token, ada, 20n * PEER);
      for (const call of [
        encodeFunctionData({ abi: gate.abi, functionName: "deposit", args: [ada.id, token.address, 1n] }),
        encodeFunctionData({
          abi: gate.abi,
          functionName: "redeem",
          args: [ada.id, token.address, PEER, ada.address],
        }),
      ]) {
        await token.write.callBack([gate.address, call]);
        await bring(token, ada, PEER);
        await takeOut(token, ada, PEER);
      }
      expect(await token.read.calledBack()).to.equal(false);
      expect(await balance(gate.address)).to.equal(-20n * PEER);
    });

    it("that take more than is sent are stopped before they eat others' deposits", async () => {
      const { gate, token, ada, bring, takeOut } = await odd();
      await bring(token, ada, 20n * PEER);
      await token.write.setExtra([1n]);
      await viem.assertions.revertWithCustomError(takeOut(token, ada, PEER), gate, "GateTookTooMuch");
    });

    it("given as a present change nothing", async () => {
      const { gate, usd, ada, bring } = await odd();
      await usd.write.mint([gate.address, 1_000n * PEER]);
      await bring(usd, ada, PEER);
      expect(await gate.read.reserve()).to.equal(PEER);
    });
  });

  describe("listing", () => {
    it("takes the governor and thirty days", async () => {
      const { gate, tokenOf, governor, ada } = await load();
      const token = await tokenOf(6);
      await viem.assertions.revertWithCustomError(
        gate.write.proposeToken([token.address], as(ada)),
        gate,
        "GateNotAuthorised",
      );
      await gate.write.proposeToken([token.address], { account: governor.account });
      await viem.assertions.revertWithCustomError(
        gate.write.listToken([token.address], as(ada)),
        gate,
        "GateNotReady",
      );
      await gate.write.delistToken([token.address], { account: governor.account });
      await skip(MONTH);
      await viem.assertions.revertWithCustomError(
        gate.write.listToken([token.address], as(ada)),
        gate,
        "GateNotReady",
      );
    });

    it("takes 6 to 24 decimals, and never PEER itself", async () => {
      const { gate, tokenOf, governor, ledger } = await load();
      for (const decimals of [2, 25]) {
        const token = await tokenOf(decimals);
        await gate.write.proposeToken([token.address], { account: governor.account });
        await skip(MONTH);
        await viem.assertions.revertWithCustomErrorWithArgs(
          gate.write.listToken([token.address]),
          gate,
          "GateBadDecimals",
          [token.address, decimals],
        );
      }
      await viem.assertions.revertWithCustomError(
        gate.write.proposeToken([ledger.address], { account: governor.account }),
        gate,
        "GateZeroAddress",
      );
    });
  });

  describe("the ledger's door", () => {
    it("lets the gate write its own line and nobody another", async () => {
      const { ledger, ada, gate, taskMarket } = await load();
      await viem.assertions.revertWithCustomError(
        ledger.write.setLimit([ada.address, PEER], as(ada)),
        ledger,
        "LedgerNotAuthorised",
      );
      for (const [from, about] of [
        [gate.address, ada.address],
        [taskMarket.address, taskMarket.address],
      ] as const) {
        await networkHelpers.impersonateAccount(from);
        await networkHelpers.setBalance(from, 10n ** 18n);
        await viem.assertions.revertWithCustomError(
          ledger.write.setLimit([about, PEER], { account: from }),
          ledger,
          "LedgerNotAuthorised",
        );
      }
    });

    it("takes no payment for the gate", async () => {
      const { ledger, gate, ada } = await load();
      await viem.assertions.revertWithCustomErrorWithArgs(
        ledger.write.pay([gate.address, PEER, zeroHash], as(ada)),
        ledger,
        "LedgerSystemAccount",
        [gate.address],
      );
    });
  });
});
