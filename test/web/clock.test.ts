import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { heardBlock, lostLive, nextOffset, useLive } from "@/lib/liveStore";

const wall = 1_800_000_000;
const offset = () => useLive.getState().offset;
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1_000);

beforeEach(() => {
  vi.useFakeTimers({ now: wall * 1_000 });
  useLive.setState({ indexedBlock: null, at: null, offset: 0 });
  lostLive();
});
afterEach(() => vi.useRealTimers());

describe("the town's clock", () => {
  it("runs behind with a chain that runs behind, so that nothing opens early", () => {
    heardBlock(10, wall - 50);
    expect(offset()).toBe(-50);
    pass(11);
    heardBlock(11, wall + 11 - 39);
    expect(offset()).toBe(-39);
    pass(12);
    heardBlock(12, wall + 23 - 45);
    expect(offset()).toBe(-39);
  });

  it("runs ahead with a chain that runs ahead, but for a second or two", () => {
    expect(nextOffset(null, wall + 86_400, wall)).toBe(86_400);
    expect(nextOffset(-5, wall + 86_400, wall)).toBe(86_400);
    expect(nextOffset(null, wall + 2, wall)).toBe(0);
    expect(nextOffset(null, wall - 2, wall)).toBe(-2);
  });

  it("begins anew on another chain, and after the stream broke off", () => {
    heardBlock(10, wall + 500);
    heardBlock(3, wall - 20);
    expect(offset()).toBe(-20);
    lostLive();
    heardBlock(4, wall - 30);
    expect(offset()).toBe(-30);
  });

  it("is the computer's when the chain makes no blocks by itself, until it makes one", () => {
    heardBlock(10, wall - 7_200);
    pass(59);
    expect(offset()).toBe(-7_200);
    pass(2);
    expect(offset()).toBe(0);
    heardBlock(11, wall + 61 - 8);
    expect(offset()).toBe(-8);
  });
});
