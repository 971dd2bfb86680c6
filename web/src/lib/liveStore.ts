import { create } from "zustand";

/** What the live stream last said. `offset` is how far the chain's clock runs ahead of this computer's, in seconds. */
type LiveState = { connected: boolean; indexedBlock: number | null; at: number | null; offset: number };

export const useLive = create<LiveState>(() => ({
  connected: false,
  indexedBlock: null,
  at: null,
  offset: 0,
}));

const TOLERATED = 30;

export function heardBlock(indexedBlock: number, at: number): void {
  const ahead = at - Math.floor(Date.now() / 1000);
  useLive.setState({ connected: true, indexedBlock, at, offset: ahead > TOLERATED ? ahead : 0 });
}
