/**
 * One ctrl-c reaches us several times: from the terminal, which tells the whole process group, and once more from each launcher
 * above us that passes on what it got (npm, bootstrap). Signals this close to the first are that same one, milliseconds.
 */
const sameWish = 1_000;

/** Calls `first` when somebody wants an end, and `again` each time they say so once more. */
export function onInterrupt(wish: { first: () => void; again: () => void }): void {
  let since: number | undefined;
  const heard = () => {
    if (since === undefined) {
      since = performance.now();
      wish.first();
    } else if (performance.now() - since > sameWish) wish.again();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, heard);
}
