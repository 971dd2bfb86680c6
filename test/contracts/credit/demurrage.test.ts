import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { charge, exactCharge, slack } from "../../kit/demurrage.ts";
import rows from "../../vectors/demurrage.json" with { type: "json" };

const vectors = rows.map(([balance = "", exponent = "", due = ""]) => ({
  balance: BigInt(balance),
  exponent: BigInt(exponent),
  due: BigInt(due),
}));

describe("Demurrage", () => {
  describe("the arithmetic", () => {
    it("gives what the big-integer model gives, for every vector, to the unit", async () => {
      const { viem } = await network.create();
      const probe = await viem.deployContract("DemurrageProbe");
      const all = await probe.read.charges([
        vectors.map((row) => row.balance),
        vectors.map((row) => row.exponent),
      ]);
      for (const [i, { balance, exponent, due }] of vectors.entries()) {
        expect(charge(balance, exponent), `model of ${balance} over ${exponent}`).to.equal(due);
        expect(all[i], `contract's charge of ${balance} over ${exponent}`).to.equal(due);
      }
    });

    it("gives what the model gives for any balance and time", async () => {
      const { viem } = await network.create();
      const probe = await viem.deployContract("DemurrageProbe");
      const cases = fc.sample(
        fc.tuple(fc.bigInt(0n, (1n << 96n) - 1n), fc.bigInt(0n, (1n << 40n) - 1n)),
        500,
      );
      const all = await probe.read.charges([
        cases.map(([balance]) => balance),
        cases.map(([, exponent]) => exponent),
      ]);
      for (const [i, [balance, exponent]] of cases.entries())
        expect(all[i]).to.equal(charge(balance, exponent));
    });

    it("never charges less than the exact sum, and more only by its documented slack", () => {
      fc.assert(
        fc.property(fc.bigInt(0n, (1n << 64n) - 1n), fc.bigInt(0n, (1n << 36n) - 1n), (balance, exponent) => {
          const due = charge(balance, exponent);
          const exact = exactCharge(balance, exponent);
          return due >= exact && due <= exact + slack(balance);
        }),
        { numRuns: 3000 },
      );
    });

    it("takes seven per cent of a year at the default rate, and twenty-four at the highest", () => {
      expect(Number(charge(1_000_000_000_000n, 1_231_978n * 365n))).to.be.within(69_999e6, 70_001e6);
      expect(Number(charge(1_000_000_000_000n, 4_658_906n * 365n))).to.be.within(239_999e6, 240_001e6);
    });
  });
});
