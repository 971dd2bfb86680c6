import { copyFile, open, rename, rm, stat } from "node:fs/promises";

const copyOf = (file: string) => `${file}.copy`;

/** Copies the chain's state file beside itself whenever it is whole and new. Returns how to stop. */
export function keepChainState(file: string, everyMilliseconds = 3_000): () => void {
  let kept = 0;
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    kept = await keep(file, kept).catch(() => kept);
    busy = false;
  }, everyMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

async function keep(file: string, kept: number): Promise<number> {
  const before = await stat(file);
  if (before.mtimeMs === kept || !(await isWhole(file))) return kept;
  const next = `${copyOf(file)}.next`;
  await copyFile(file, next);
  const after = await stat(file);
  // written to meanwhile: the copy may be half old, half new
  if (after.mtimeMs !== before.mtimeMs || !(await isWhole(next))) return kept;
  await rename(next, copyOf(file));
  return before.mtimeMs;
}

/** Puts the last whole copy in the place of a state file that a kill cut short. */
export async function restoreChainState(file: string): Promise<void> {
  await rm(`${copyOf(file)}.next`, { force: true });
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  if (!exists || (await isWhole(file))) return;
  if (await isWhole(copyOf(file)).catch(() => false)) await copyFile(copyOf(file), file);
  else
    throw new Error(
      `The chain's state ${file} was cut short and there is no whole copy of it. \`npm run reset\` makes a new town.`,
    );
}

/** The state is one JSON object, so a whole file ends with its brace. */
async function isWhole(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    if (size < 2) return false;
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer.toString() === "}";
  } finally {
    await handle.close();
  }
}
