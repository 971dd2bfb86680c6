import type { Head, RelayerChain } from "./chain.ts";
import type { RelayerConfig } from "./config.ts";
import type { Queue } from "./queue.ts";
import type { Sender, SenderParts } from "./sender.ts";
import type { settlerOf } from "./settle.ts";

/** How often mined transactions and the town's identity are looked at again, in milliseconds. */
const lookEvery = 2_000;

type LoopParts = {
  chain: RelayerChain;
  config: RelayerConfig;
  queue: Queue;
  sender: Sender;
  settler: ReturnType<typeof settlerOf>;
  log: SenderParts["log"];
  /** Called when the chain turns out to be another town's. */
  onOtherTown: () => void;
};

/** The relayer's heart: collects for a window, sends, settles, again. */
export function startLoop({ chain, config, queue, sender, settler, log, onOtherTown }: LoopParts) {
  let stopped = false;
  let trouble = "";
  let lookedAt = 0;
  let lastBlock = -1;
  let wake: () => void = () => undefined;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function beat(): Promise<void> {
    const head: Head = await chain.head();
    await settler.settleSent(head);
    if (Date.now() - lookedAt > lookEvery || head.block < lastBlock) {
      if (!(await chain.isOurs())) return onOtherTown();
      await settler.settleMined(head);
      lookedAt = Date.now();
    }
    lastBlock = head.block;
    while (!stopped && (await sender.sendNext(head)));
  }

  const run = (async () => {
    while (!stopped) {
      try {
        await beat();
        trouble = "";
      } catch (error) {
        const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
        if (reason !== trouble)
          log("warn", "The chain or the queue is in trouble; going on trying.", { reason });
        trouble = reason;
        await pause(1_000);
      }
      const busy = queue.countWaiting() > 0 || queue.batches("sent").length > 0;
      await pause(busy ? config.windowMs : 1_000);
      // What came in while it slept is collected for one window.
      if (!busy && queue.countWaiting() > 0) await pause(config.windowMs);
    }
  })();

  return {
    /** Something new waits. */
    poke: () => wake(),
    trouble: () => trouble,
    async stop(): Promise<void> {
      stopped = true;
      wake();
      await run;
    },
  };
}
