import { type Deployment, forwarderAbi, taskMarketAbi } from "@peercommons/sdk";
import { explainError } from "@peercommons/sdk/errors";
import {
  type Address,
  concat,
  encodeFunctionData,
  type Hex,
  keccak256,
  type LocalAccount,
  parseTransaction,
} from "viem";
import { gasOf, type Head, type RelayerChain, structOf } from "./chain.ts";
import type { RelayerConfig } from "./config.ts";
import type { Batch, Queue, Queued } from "./queue.ts";

/** Transactions on their way at once, and gas of one: below the 2^24 that newer chains allow a transaction. */
const mostInFlight = 8;
const mostBatchGas = 14_000_000n;

/** The one refusal that time alone ends. */
export const tooSoon = "TaskMarketActTooSoon";

export type SenderParts = {
  account: LocalAccount;
  chain: RelayerChain;
  config: RelayerConfig;
  deployment: Deployment;
  queue: Queue;
  log: (level: "info" | "warn" | "error", msg: string, facts?: Record<string, unknown>) => void;
};

/** Signs and broadcasts. Every transaction is on disk before the chain sees it, so a kill in between loses and doubles nothing. */
export function senderOf(parts: SenderParts) {
  const { account, chain, config, deployment, queue, log } = parts;
  const from: Address = account.address;

  /** Our next nonce: the chain's, or beyond what is on its way. */
  async function nextNonce(): Promise<number> {
    const used = await chain.client.getTransactionCount({ address: from, blockTag: "latest" });
    const pending = queue.batches("sent").at(-1);
    return pending === undefined ? used : Math.max(used, pending.nonce + 1);
  }

  async function fees(head: Head): Promise<bigint> {
    const tip = await chain.client.estimateMaxPriorityFeePerGas().catch(() => 1_000_000_000n);
    return head.baseFee * 2n + tip;
  }

  /** @param leastTip what a node asks of a replacement at least */
  async function sign(
    nonce: number,
    to: Address,
    data: Hex,
    gas: bigint,
    fee: bigint,
    head: Head,
    leastTip = 0n,
  ): Promise<{ raw: Hex; hash: Hex }> {
    const rest = fee > head.baseFee * 2n ? fee - head.baseFee * 2n : fee;
    const tip = rest > leastTip ? rest : leastTip;
    const raw = await account.signTransaction({
      type: "eip1559",
      chainId: deployment.chainId,
      ...{ nonce, to, data, gas },
      maxFeePerGas: fee,
      maxPriorityFeePerGas: tip < fee ? tip : fee,
    });
    return { raw, hash: keccak256(raw) };
  }

  /** The call a batch makes. */
  const callOf = (entries: readonly Queued[]): { to: Address; data: Hex; gas: bigint } => {
    if (entries[0]?.form === "act") {
      const acts = concat(entries.map(({ request }) => request.data));
      const data = encodeFunctionData({ abi: taskMarketAbi, functionName: "relay", args: [acts] });
      return { to: deployment.contracts.TaskMarket, data, gas: gasOf(entries) };
    }
    const data = encodeFunctionData({
      abi: forwarderAbi,
      functionName: "executeBatch",
      args: [entries.map(structOf)],
    });
    return { to: deployment.contracts.Forwarder, data, gas: gasOf(entries) };
  };

  async function send(entries: readonly Queued[], head: Head): Promise<void> {
    const nonce = await nextNonce();
    const fee = await fees(head);
    const { to, data, gas } = callOf(entries);
    const { raw, hash } = await sign(nonce, to, data, gas, fee, head);
    const ids = entries.map(({ id }) => id);
    queue.addBatch({ ...{ nonce, raw, hash, fee, ids }, sentAt: Date.now() });
    log("info", "Sent", { hash, nonce, requests: ids.length });
    await broadcast(raw);
  }

  /** Gives a signed transaction to the chain. That it knows it already, or has done it, is no trouble. */
  async function broadcast(raw: Hex): Promise<void> {
    try {
      await chain.client.sendRawTransaction({ serializedTransaction: raw });
    } catch (error) {
      const text = String(error instanceof Error ? error.message : error);
      if (!/already known|already imported|nonce too low|replacement transaction underpriced/i.test(text)) {
        log("warn", "The chain did not take a transaction; it is offered again.", {
          reason: text.split("\n")[0] ?? "",
        });
      }
    }
  }

  /** Refuses what cannot work any more, at no cost. Returns what still can. */
  function sift(entries: readonly Queued[], head: Head): Queued[] {
    const left: Queued[] = [];
    for (const entry of entries) {
      if (entry.request.deadline <= head.at) {
        const sentence =
          "The request's deadline passed before its turn came. Nothing was done; sign it again.";
        const code = entry.form === "act" ? "TaskMarketActExpired" : "ForwarderExpired";
        queue.decide(entry.id, { status: "refused", error: { code, sentence } });
      } else left.push(entry);
    }
    return left;
  }

  /** False when the entry was only a second early, and stays. */
  async function refuse(entry: Queued, head: Head): Promise<boolean> {
    const why = await chain.refusal(entry, head.at);
    if (why?.code === tooSoon) return false;
    const error =
      why === null
        ? {
            code: "RelayerNotExecutable",
            sentence:
              "The forwarder would not execute this: its nonce was used elsewhere, or what it needs came too late. Sign a new one.",
          }
        : { code: why.code, sentence: why.sentence };
    queue.decide(entry.id, { status: "refused", error });
    return true;
  }

  /** Sends the next batch. False when nothing waits. */
  async function sendNext(head: Head): Promise<boolean> {
    if (queue.batches("sent").length >= mostInFlight) return false;
    const waiting = sift(queue.waiting(config.batchSize), head);
    if (waiting.length === 0) return false;
    const chosen: Queued[] = [];
    for (const entry of ofOneForm(waiting)) {
      if (gasOf([...chosen, entry]) <= mostBatchGas) chosen.push(entry);
    }
    const good = await playable(chosen, head);
    if (good.length > 0) await send(good, head);
    return good.length > 0 || chosen.some(({ id }) => queue.find(id)?.status !== "queued");
  }

  /** What goes with the oldest: the same form, and nobody's before what they sent earlier. */
  function ofOneForm(waiting: readonly Queued[]): Queued[] {
    const held = new Set<string>();
    return waiting.filter(({ form, request }) => {
      if (form !== waiting[0]?.form) held.add(request.from);
      return !held.has(request.from);
    });
  }

  /** Plays the batch and leaves out what would fail, until what is left works together. */
  async function playable(chosen: Queued[], head: Head): Promise<Queued[]> {
    let left = chosen;
    while (left.length > 0) {
      const ok = await chain.playBatch(left, from).catch(async (error) => {
        // One request can spoil a whole batch; then each is looked at alone.
        log("warn", "A batch cannot be played together.", { reason: explainError(error).code });
        return left.map(() => false);
      });
      const bad = left.filter((_, i) => ok[i] !== true);
      if (bad.length === 0) return left;
      if (bad.length === left.length && left.length > 1) {
        const first = left[0];
        left = first === undefined ? [] : [first];
        continue;
      }
      for (const entry of bad) await refuse(entry, head);
      left = left.filter((entry) => !bad.includes(entry));
    }
    return left;
  }

  /** Offers a transaction again that has waited too long, a little dearer; the nonce is the same, so only one can happen. */
  async function nudge(batch: Batch, head: Head): Promise<void> {
    const entries = queue.inBatch(batch.batch);
    // Nodes take a replacement only when both the fee and the tip are a tenth higher, however far the base fee rose.
    const { maxPriorityFeePerGas: tip = 0n } = parseTransaction(batch.raw);
    const least = dearer(batch.fee);
    const present = await fees(head);
    // biome-ignore lint/complexity/useMathMinMax: bigint
    const fee = present > least ? present : least;
    const { to, data, gas } = callOf(entries);
    const next = await sign(batch.nonce, to, data, gas, fee, head, dearer(tip));
    queue.replaceBatch(batch, { ...next, fee, sentAt: Date.now() });
    log("info", "Replaced", { hash: next.hash, nonce: batch.nonce });
    await broadcast(next.raw);
  }

  return { from, broadcast, nudge, sendNext };
}

const dearer = (price: bigint): bigint => (price * 115n) / 100n + 1n;

export type Sender = ReturnType<typeof senderOf>;
