import { create } from "zustand";

/** What the live stream last said. `offset` is how far the chain's clock runs ahead of this computer's, in seconds; behind is negative. */
type LiveState = { connected: boolean; indexedBlock: number | null; at: number | null; offset: number };

export const useLive = create<LiveState>(() => ({
  connected: false,
  indexedBlock: null,
  at: null,
  offset: 0,
}));

/** Seconds after which a chain that made no block is taken for one that makes them only when something happens. */
const QUIET = 60;

/** A chain so little ahead keeps this computer's time: block times are whole seconds, and some round up. */
const SMALL = 3;

/** No block has told the chain's time yet, or none has for so long that the computer's own had to do. */
let guessed = true;
let quiet: ReturnType<typeof setTimeout> | undefined;

/**
 * A block is news some time after it was made, so it shows the chain's clock too early, never too late: of what several
 * blocks show, the latest is the nearest. What is open by this clock is open on the chain.
 */
export function nextOffset(present: number | null, at: number, computer: number): number {
  const shown = at - computer;
  const heard = shown > 0 && shown <= SMALL ? 0 : shown;
  return present === null ? heard : Math.max(present, heard);
}

/** Starts with the server's word for how far the chain runs ahead, until the first block is heard. */
export function startClock(townTime: number): void {
  const ahead = townTime - Math.floor(Date.now() / 1000);
  if (guessed && ahead > SMALL) useLive.setState({ offset: ahead });
}

export function heardBlock(indexedBlock: number, at: number): void {
  const before = useLive.getState();
  const again = before.indexedBlock !== null && indexedBlock < before.indexedBlock;
  const present = guessed || again ? null : before.offset;
  const offset = nextOffset(present, at, Math.floor(Date.now() / 1000));
  guessed = false;
  useLive.setState({ connected: true, indexedBlock, at, offset });
  clearTimeout(quiet);
  quiet = setTimeout(becomeQuiet, QUIET * 1_000);
}

/** The next block of a chain without a beat takes the time it is made at, so the computer's clock is the best guess. */
function becomeQuiet(): void {
  if (useLive.getState().offset >= 0) return;
  guessed = true;
  useLive.setState({ offset: 0 });
}

/** The stream broke off: what comes next may be another chain's. */
export function lostLive(): void {
  clearTimeout(quiet);
  guessed = true;
  useLive.setState({ connected: false });
}
