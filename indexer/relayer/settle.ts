import { type Deployment, forwarderAbi, taskMarketAbi } from "@peercommons/sdk";
import { explainError } from "@peercommons/sdk/errors";
import { type Address, type Hex, parseEventLogs, type TransactionReceipt } from "viem";
import type { Head, RelayerChain } from "./chain.ts";
import type { RelayerConfig } from "./config.ts";
import type { Batch, Queue, Queued } from "./queue.ts";
import { type Sender, type SenderParts, tooSoon } from "./sender.ts";

/** Blocks for which a mined transaction is looked at again, in case the chain reorganises. */
const watchBlocks = 32;
/** How long a transaction may stay unmined before it is offered again dearer, in milliseconds. */
const patience = 20_000;

const overtaken = {
  code: "RelayerReverted",
  sentence:
    "The call failed although it had worked when it was tried just before: something else happened first. Look at the present state and sign anew.",
};

type SettleParts = {
  chain: RelayerChain;
  config: RelayerConfig;
  deployment: Deployment;
  queue: Queue;
  sender: Sender;
  log: SenderParts["log"];
};

/** Follows transactions until they are final, and tells each request what became of it. */
export function settlerOf({ chain, config, deployment, queue, sender, log }: SettleParts) {
  const receiptOf = async (batch: Batch): Promise<TransactionReceipt | null> => {
    for (const hash of [...batch.hashes].reverse()) {
      const receipt = await chain.client.getTransactionReceipt({ hash }).catch((error: unknown) => {
        if (error instanceof Error && error.name === "TransactionReceiptNotFoundError") return null;
        throw error;
      });
      if (receipt !== null) return receipt;
    }
    return null;
  };

  /** Looks at everything on its way. */
  async function settleSent(head: Head): Promise<void> {
    const sent = queue.batches("sent");
    if (sent.length === 0) return;
    const used = await chain.client.getTransactionCount({ address: sender.from, blockTag: "latest" });
    for (const batch of sent) {
      const receipt = await receiptOf(batch);
      if (receipt !== null) {
        if (head.block - Number(receipt.blockNumber) >= config.depth) await report(batch, receipt, head);
      } else if (batch.nonce < used) await lost(batch);
      else if (Date.now() - batch.sentAt > patience) await sender.nudge(batch, head);
    }
  }

  /** Our nonce was used by another transaction, as when the key signs elsewhere: the requests get back in line. */
  async function lost(batch: Batch): Promise<void> {
    const again = await receiptOf(batch);
    if (again !== null) return;
    log("warn", "A transaction was displaced; its requests are sent again.", { nonce: batch.nonce });
    queue.together(() => {
      queue.requeue(batch.batch);
      queue.setBatch(batch.batch, "dropped");
    });
  }

  async function report(batch: Batch, receipt: TransactionReceipt, head: Head): Promise<void> {
    const entries = queue.inBatch(batch.batch);
    const share = Number(receipt.gasUsed / BigInt(Math.max(1, entries.length)));
    const about = { block: Number(receipt.blockNumber), tx: receipt.transactionHash, gasUsed: share };
    const outcomes = await Promise.all(
      entries.map((entry) =>
        entry.form === "act" ? outcomeOfAct(entry, receipt, head) : outcomeOf(entry, receipt, head),
      ),
    );
    queue.together(() => {
      entries.forEach((entry, i) => {
        const error = outcomes[i] ?? null;
        if (error?.code === tooSoon) queue.again(entry.id);
        else queue.decide(entry.id, { status: error === null ? "mined" : "failed", ...about, error });
      });
      queue.setBatch(batch.batch, "mined", about.block, receipt.blockHash);
    });
    log("info", "Mined", {
      hash: about.tx,
      block: about.block,
      requests: entries.length,
      gas: Number(receipt.gasUsed),
    });
  }

  /** Null when the request was executed and worked. */
  async function outcomeOf(entry: Queued, receipt: TransactionReceipt, head: Head): Promise<Queued["error"]> {
    const events = parseEventLogs({
      abi: forwarderAbi,
      eventName: "ExecutedForwardRequest",
      logs: receipt.logs,
    });
    const own = events.find(
      ({ args }) => same(args.signer, entry.request.from) && args.nonce === entry.request.nonce,
    );
    if (own?.args.success === true) return null;
    if (own !== undefined) return why(entry, receipt, head);
    if (receipt.status !== "success") return why(entry, receipt, head);
    return {
      code: "RelayerNotExecuted",
      sentence:
        "The forwarder passed this by: its nonce had been used, or its deadline was over by then. Nothing was done; sign a new one if need be.",
    };
  }

  /** Null when the act was done. */
  function outcomeOfAct({ place }: Queued, receipt: TransactionReceipt, head: Head): Queued["error"] {
    const skipped = parseEventLogs({ abi: taskMarketAbi, eventName: "ActSkipped", logs: receipt.logs }).find(
      ({ address, args }) =>
        same(address, deployment.contracts.TaskMarket) && args.index === BigInt(place ?? -1),
    );
    if (skipped !== undefined) {
      const { code, sentence } = explainError({ data: skipped.args.reason }, { now: head.at });
      return { code, sentence };
    }
    return receipt.status === "success" ? null : overtaken;
  }

  /** Plays a failed call again on the state before its block, to learn its reason. */
  async function why(
    entry: Queued,
    receipt: TransactionReceipt,
    head: Head,
  ): Promise<NonNullable<Queued["error"]>> {
    const data: Hex = `${entry.request.data}${entry.request.from.slice(2)}`;
    const call = {
      account: deployment.contracts.Forwarder,
      to: entry.request.to,
      data,
      gas: entry.request.gas,
    };
    for (const blockNumber of [receipt.blockNumber - 1n, receipt.blockNumber]) {
      try {
        await chain.client.call({ ...call, gasPrice: 0n, blockNumber });
      } catch (error) {
        const { code, sentence } = explainError(error, { now: head.at });
        if (code !== "Unknown") return { code, sentence };
      }
    }
    return overtaken;
  }

  /** Notices mined transactions that the chain has taken back, and sends them again; makes the deep ones final. */
  async function settleMined(head: Head): Promise<void> {
    for (const batch of queue.batches("mined")) {
      const receipt = await receiptOf(batch);
      if (receipt === null) {
        log("warn", "The chain took a transaction back; it is offered again.", { nonce: batch.nonce });
        queue.together(() => {
          queue.setBatch(batch.batch, "sent");
          for (const entry of queue.inBatch(batch.batch)) queue.decide(entry.id, { status: "sent" });
        });
        await sender.broadcast(batch.raw);
      } else if (receipt.blockHash !== batch.blockHash) await report(batch, receipt, head);
      else if (head.block - Number(receipt.blockNumber) >= watchBlocks + config.depth) {
        queue.setBatch(batch.batch, "final", Number(receipt.blockNumber), receipt.blockHash);
      }
    }
  }

  /** After a start: offers everything again that may not have reached the chain. */
  async function resume(): Promise<void> {
    for (const batch of queue.batches("sent")) await sender.broadcast(batch.raw);
  }

  return { resume, settleMined, settleSent };
}

const same = (a: Address, b: Address) => a.toLowerCase() === b.toLowerCase();
