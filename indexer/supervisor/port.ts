import { createServer } from "node:net";

/** How long a process of ours that is still ending may hold the port, in seconds. */
const patience = 10;

/**
 * Waits until the port can be listened on. Ponder would quietly take the next one, where nobody looks for it.
 * @throws Error with a sentence when something else keeps it
 */
export async function waitForPort(port: number, hostname: string): Promise<void> {
  for (let tries = 0; tries < patience * 4; tries++) {
    if (await isFree(port, hostname)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(
    `The port ${port} is in use, so the API cannot be served there. Stop what uses it, or set PEERCOMMONS_INDEXER_PORT.`,
  );
}

function isFree(port: number, hostname: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, hostname, () => server.close(() => resolve(true)));
  });
}
