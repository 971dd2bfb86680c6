import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

type Message = { type: string; futureId?: string };

const journalOf = (state: string) => join(state, "journal.jsonl");

/** Whether a deployment was begun in this folder. */
export const hasJournal = (state: string): boolean => existsSync(journalOf(state));

/**
 * Takes out of the journal what a kill can leave that Ignition cannot read: a torn last line, and a step that was named but
 * had not begun. Nothing of either has reached the chain.
 */
export async function mendJournal(state: string): Promise<void> {
  if (!hasJournal(state)) return;
  const file = journalOf(state);
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  const whole = lines.filter((line, index) => index < lines.length - 1 || isJson(line));
  const messages = whole.map((line): Message => JSON.parse(line));
  const begun = new Set(messages.filter((message) => !isAnnouncement(message)).map((message) => message.futureId));
  const kept = whole.filter((_, index) => {
    const message = messages[index];
    return message === undefined || !isAnnouncement(message) || begun.has(message.futureId);
  });
  if (kept.length === lines.length) return;
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, kept.map((line) => `\n${line}`).join(""));
  await rename(draft, file);
}

/** The block that holds the transaction which deployed the contract; undefined when the journal does not say. */
export async function deployedInBlock(parameters: { state: string; address: string }): Promise<bigint | undefined> {
  const journal = await readFile(journalOf(parameters.state), "utf8");
  for (const line of journal.split("\n")) {
    if (!line.includes('"TRANSACTION_CONFIRM"')) continue;
    const { receipt } = JSON.parse(line);
    if (receipt.contractAddress?.toLowerCase() === parameters.address.toLowerCase()) return BigInt(receipt.blockNumber);
  }
  return undefined;
}

const isAnnouncement = (message: Message) =>
  message.type === "DEPLOYMENT_EXECUTION_STATE_INITIALIZE" || message.type === "CALL_EXECUTION_STATE_INITIALIZE";

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
