import { describe, expect, it } from "vitest";
import { checkBringIn, checkTakeOut, type GateLine, unitsOf } from "@/lib/forms/gate";
import { ada } from "./fixtures";

const line = (change: Partial<GateLine> = {}): GateLine => ({
  token: ada.address,
  symbol: "PLAY",
  decimals: 18,
  listed: true,
  reserve: "900000000",
  net: "200000000",
  redeemable: "50000000",
  ...change,
});

describe("bringing in", () => {
  it("counts in the token's units, one for one", () => {
    expect(unitsOf(2_500_000n, 6)).toBe(2_500_000n);
    expect(checkBringIn({ text: "2.5", line: line() })).toEqual({
      ok: true,
      amount: 2_500_000n,
      units: 2_500_000_000_000_000_000n,
    });
  });

  it("says what is wrong", () => {
    for (const text of ["", "0", "-2", "much"]) expect(checkBringIn({ text, line: line() }).ok).toBe(false);
    expect(checkBringIn({ text: "1", line: line({ listed: false }) })).toMatchObject({ ok: false });
  });
});

describe("taking out", () => {
  const takeOut = (text: string, balance: bigint | null, change: Partial<GateLine> = {}) =>
    checkTakeOut({ text, balance, line: line(change) });

  it("takes what is in, this week's part of it, out of money one has", () => {
    expect(takeOut("50", 60_000_000n)).toMatchObject({ ok: true, amount: 50_000_000n });
    expect(takeOut("50", null)).toMatchObject({ ok: true });
    expect(takeOut("1", 1_000_000n, { listed: false })).toMatchObject({ ok: true });
  });

  it("says which of the three is in the way", () => {
    const sentence = (...p: Parameters<typeof takeOut>) => {
      const check = takeOut(...p);
      return check.ok ? "" : check.sentence;
    };
    expect(sentence("201", 900_000_000n)).toMatch(/brought in 200/);
    expect(sentence("51", 900_000_000n)).toMatch(/this week/);
    expect(sentence("50", 49_999_999n)).toMatch(/never credit/);
    expect(sentence("1", -5n)).toMatch(/never credit/);
  });
});
