import { redeemableAt } from "@peercommons/sdk";
import { describe, expect, it } from "vitest";

const week = 604_800;
const peer = 1_000_000n;
const receipt = (net: bigint, epoch = 0, opening = 0n, redeemed = 0n) => ({ net, epoch, opening, redeemed });

describe("redeemableAt", () => {
  it("is a quarter a week, of what was in when the week's first went out", () => {
    expect(redeemableAt(receipt(1_000n * peer), 5 * week)).toBe(250n * peer);
    expect(redeemableAt(receipt(800n * peer, 5, 1_000n * peer, 200n * peer), 5 * week + 7)).toBe(50n * peer);
    expect(redeemableAt(receipt(800n * peer, 5, 1_000n * peer, 200n * peer), 6 * week)).toBe(200n * peer);
  });

  it("is 50 in any case, and never more than what is in", () => {
    expect(redeemableAt(receipt(120n * peer), week)).toBe(50n * peer);
    expect(redeemableAt(receipt(7n * peer), week)).toBe(7n * peer);
    expect(redeemableAt(receipt(0n), week)).toBe(0n);
    expect(redeemableAt(receipt(70n * peer, 1, 120n * peer, 50n * peer), week)).toBe(0n);
  });
});
