import { z } from "zod";
import { create } from "zustand";
import { isOver, isUnderWay, type TransactionRecord, transactionRecord } from "./record";

const slot = "peercommons.transactions";
const KEPT = 100;

type State = { records: Record<string, TransactionRecord> };

/** All transactions of this browser, by id; the same in every tab. */
export const useTransactions = create<State>(() => ({ records: {} }));

const stored = z.record(z.string(), z.unknown());

/** Reads what storage holds, leaving out what is broken or of an older version. */
export function parseRecords(text: string | null): Record<string, TransactionRecord> {
  if (text === null) return {};
  try {
    const entries = Object.values(stored.parse(JSON.parse(text))).flatMap((value) => {
      const record = transactionRecord.safeParse(value);
      return record.success ? [record.data] : [];
    });
    return Object.fromEntries(entries.map((record) => [record.id, record]));
  } catch {
    return {};
  }
}

/** The newest, and everything that is not over: an open one is never dropped. */
export function prune(records: Record<string, TransactionRecord>): Record<string, TransactionRecord> {
  const sorted = Object.values(records).sort((a, b) => b.changedAt - a.changedAt);
  const kept = sorted.filter((record, index) => index < KEPT || !isOver(record));
  return Object.fromEntries(kept.map((record) => [record.id, record]));
}

/** A prompt that was open when the page went away is gone: back to review, unless the signature was already there. */
export function afterReload(record: TransactionRecord): TransactionRecord {
  if (record.phase !== "preparing" && record.phase !== "signing") return record;
  return record.signature ? { ...record, phase: "sent" } : { ...record, phase: "review" };
}

/** Of two states of one transaction, the one that has come further; a later attempt beats an earlier one. */
export function further(a: TransactionRecord | undefined, b: TransactionRecord): TransactionRecord {
  if (a === undefined || b.attempt > a.attempt) return b;
  if (a.attempt > b.attempt) return a;
  return b.changedAt >= a.changedAt ? b : a;
}

function save(records: Record<string, TransactionRecord>): void {
  const merged = { ...parseRecords(localStorage.getItem(slot)) };
  for (const record of Object.values(records)) merged[record.id] = further(merged[record.id], record);
  localStorage.setItem(slot, JSON.stringify(prune(merged)));
}

export function putRecord(record: TransactionRecord): TransactionRecord {
  const changed = { ...record, changedAt: Math.max(Date.now(), record.changedAt + 1) };
  useTransactions.setState((state) => ({ records: prune({ ...state.records, [record.id]: changed }) }));
  save({ [record.id]: changed });
  return changed;
}

export function changeRecord(id: string, change: Partial<TransactionRecord>): TransactionRecord {
  const record = useTransactions.getState().records[id];
  if (!record) throw new Error("This transaction is not in the list any more. Start it again.");
  return putRecord({ ...record, ...change });
}

/** Takes a transaction off the list; never one that is with the relayer or the chain. */
export function dismissRecord(id: string): void {
  const { records } = useTransactions.getState();
  const record = records[id];
  if (!record || isUnderWay(record)) return;
  const rest = Object.fromEntries(Object.entries(records).filter(([key]) => key !== id));
  useTransactions.setState({ records: rest });
  const saved = parseRecords(localStorage.getItem(slot));
  localStorage.setItem(
    slot,
    JSON.stringify(Object.fromEntries(Object.entries(saved).filter(([key]) => key !== id))),
  );
}

/** Loads the list and keeps it the same as in other tabs. Returns the way to stop. */
export function followStorage(): () => void {
  const first = parseRecords(localStorage.getItem(slot));
  useTransactions.setState({
    records: Object.fromEntries(Object.values(first).map((record) => [record.id, afterReload(record)])),
  });
  const listen = (event: StorageEvent) => {
    if (event.key === slot) useTransactions.setState({ records: parseRecords(event.newValue) });
  };
  window.addEventListener("storage", listen);
  return () => window.removeEventListener("storage", listen);
}
