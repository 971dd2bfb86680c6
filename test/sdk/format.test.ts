import { formatDuration, formatPeer, formatRelative, maxPrice, parsePeer } from "@peercommons/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const codeOf = (text: string): unknown => {
  try {
    return parsePeer(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    expect(message, text).toMatch(/^[^\n]+\. [A-Z][^\n]+\.$/);
    return error instanceof Error && "code" in error ? error.code : error;
  }
};

describe("formatPeer", () => {
  it("shows two decimals or as many as there are, and groups thousands", () => {
    expect(formatPeer(0n)).toBe("0.00");
    expect(formatPeer(1_234_500_000n)).toBe("1,234.50");
    expect(formatPeer(1n)).toBe("0.000001");
    expect(formatPeer(-2_500_000n, { unit: true })).toBe("-2.50 PEER");
    expect(formatPeer(2_500_000n, { sign: true })).toBe("+2.50");
    expect(formatPeer(100_000n)).toBe("0.10");
    expect(formatPeer(123_450_000_000_000n)).toBe("123,450,000.00");
  });

  it("is read back to the same amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: maxPrice }), (amount) => {
        expect(parsePeer(formatPeer(amount))).toBe(amount);
        expect(parsePeer(formatPeer(amount, { unit: true }))).toBe(amount);
      }),
    );
  });
});

describe("parsePeer", () => {
  it("reads what people type", () => {
    expect(parsePeer("2.5")).toBe(2_500_000n);
    expect(parsePeer(" 1,250.75 ")).toBe(1_250_750_000n);
    expect(parsePeer("1 250")).toBe(1_250_000_000n);
    expect(parsePeer(".5")).toBe(500_000n);
    expect(parsePeer("5.")).toBe(5_000_000n);
    expect(parsePeer("5 PEER")).toBe(5_000_000n);
    expect(parsePeer("0.1000000")).toBe(100_000n);
  });

  it("answers bad input with what to do", () => {
    expect(codeOf("")).toBe("AmountMissing");
    expect(codeOf("  ")).toBe("AmountMissing");
    expect(codeOf("-3")).toBe("AmountNegative");
    expect(codeOf("0")).toBe("AmountZero");
    expect(codeOf("0.000000")).toBe("AmountZero");
    expect(codeOf("1.2345678")).toBe("AmountTooManyDecimals");
    expect(codeOf("72057594037.927936")).toBe("AmountTooLarge");
    for (const text of [
      "abc",
      "1e6",
      "1,5",
      "1.2.3",
      "0x10",
      "1_000",
      ".",
      "NaN",
      "Infinity",
      "--1",
      "1,00,000",
      "\u0661",
    ]) {
      expect(codeOf(text), text).toBe("AmountNotANumber");
    }
  });

  it("never throws anything but its own errors", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const result = codeOf(text);
        expect(typeof result === "bigint" || /^Amount/.test(String(result))).toBe(true);
      }),
    );
  });
});

describe("times", () => {
  it("takes the largest unit, and a second one where it says more", () => {
    expect(formatDuration(0)).toBe("0 seconds");
    expect(formatDuration(59)).toBe("59 seconds");
    expect(formatDuration(61)).toBe("1 minute");
    expect(formatDuration(9_000)).toBe("2 hours 30 minutes");
    expect(formatDuration(86_400 * 10)).toBe("1 week 3 days");
  });

  it("says before and after", () => {
    expect(formatRelative(1_000, 4_600)).toBe("1 hour ago");
    expect(formatRelative(4_600, 1_000)).toBe("in 1 hour");
    expect(formatRelative(1_000, 1_010)).toBe("just now");
    expect(formatRelative(1_010, 1_000)).toBe("in a moment");
    expect(formatRelative(1_000 + 2 * 86_400, 1_000)).toBe("in 2 days");
  });
});
