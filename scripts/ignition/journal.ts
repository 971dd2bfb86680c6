import { existsSync } from "node:fs";
import { appendFile, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Hex, PublicClient } from "viem";

type Message = { type: string; futureId?: string; networkInteractionId?: number; nonce?: number };

/** A transaction about to be sent, kept so that a kill right behind the sending does not make us send it twice. */
export type Sent = { nonce: number; hash: Hex; maxFeePerGas: string; maxPriorityFeePerGas: string };

const journalOf = (state: string) => join(state, "journal.jsonl");
const sentOf = (state: string) => join(state, "sent.jsonl");

export const recordSent = (state: string, sent: Sent): Promise<void> =>
  appendFile(sentOf(state), `${JSON.stringify(sent)}\n`, { flush: true });

/** Whether a deployment was begun in this folder. */
export const hasJournal = (state: string): boolean => existsSync(journalOf(state));

/** Whether a step of that module is in the journal. */
export async function hasBegun(state: string, moduleId: string): Promise<boolean> {
  return hasJournal(state) && (await readFile(journalOf(state), "utf8")).includes(`"${moduleId}#`);
}

/**
 * Takes out of the journal what a kill can leave that Ignition cannot go on from: a torn last line, a step that was named
 * but had not begun, a transaction that was prepared but never reached the chain. And puts in what could not be written any
 * more: that the last transaction did reach it.
 */
export async function mendJournal(parameters: { state: string; client: PublicClient }): Promise<void> {
  const { state, client } = parameters;
  if (!hasJournal(state)) return;
  const file = journalOf(state);
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  const whole = lines.filter((line, index) => index < lines.length - 1 || isJson(line));
  const messages = whole.map((line): Message => JSON.parse(line));
  const begun = new Set(
    messages.filter((message) => !isAnnouncement(message)).map((message) => message.futureId),
  );
  const kept = whole.filter((_, index) => {
    const message = messages[index];
    return message === undefined || !isAnnouncement(message) || begun.has(message.futureId);
  });
  const last = messages.at(-1);
  if (last?.type === "TRANSACTION_PREPARE_SEND") {
    const arrived = await arrivedAs({ state, client, last });
    if (arrived) kept.push(JSON.stringify(arrived));
    else kept.pop();
  } else if (kept.length === lines.length) return;
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, kept.map((line) => `\n${line}`).join(""));
  await rename(draft, file);
}

/** What Ignition would have written, when the transaction of its last preparation is on the chain. */
async function arrivedAs(parameters: { state: string; client: PublicClient; last: Message }) {
  const { state, client, last } = parameters;
  if (!existsSync(sentOf(state))) return undefined;
  const lines = (await readFile(sentOf(state), "utf8")).split("\n").filter(isJson);
  const sent = lines.map((line): Sent => JSON.parse(line)).findLast(({ nonce }) => nonce === last.nonce);
  if (!sent) return undefined;
  const known = await client.request({ method: "eth_getTransactionByHash", params: [sent.hash] });
  if (!known) return undefined;
  const big = (value: string) => ({ _kind: "bigint", value });
  const fees = { maxFeePerGas: big(sent.maxFeePerGas), maxPriorityFeePerGas: big(sent.maxPriorityFeePerGas) };
  const { futureId, networkInteractionId, nonce } = last;
  return {
    futureId,
    networkInteractionId,
    nonce,
    transaction: { fees, hash: sent.hash },
    type: "TRANSACTION_SEND",
  };
}

/** The block that holds the transaction which deployed the contract; undefined when the journal does not say. */
export async function deployedInBlock(parameters: {
  state: string;
  address: string;
}): Promise<bigint | undefined> {
  const journal = await readFile(journalOf(parameters.state), "utf8");
  for (const line of journal.split("\n")) {
    if (!line.includes('"TRANSACTION_CONFIRM"')) continue;
    const { receipt } = JSON.parse(line);
    if (receipt.contractAddress?.toLowerCase() === parameters.address.toLowerCase())
      return BigInt(receipt.blockNumber);
  }
  return undefined;
}

const isAnnouncement = (message: Message) =>
  message.type === "DEPLOYMENT_EXECUTION_STATE_INITIALIZE" ||
  message.type === "CALL_EXECUTION_STATE_INITIALIZE";

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
