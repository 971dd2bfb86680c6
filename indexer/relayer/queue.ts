import type { ForwardRequest } from "@peercommons/sdk";
import type { RelayState } from "@peercommons/sdk/schemas";
import type { Address, Hex } from "viem";
import { openSqlite } from "../store/sqlite.ts";
import type { Kind } from "./allowed.ts";

const tables = `
  create table if not exists request (
    id text primary key, form text not null, sequence integer, signer text not null, target text not null, gas text not null, nonce text not null,
    deadline integer not null, data text not null, signature text not null,
    kind text not null, account_id integer not null, day integer not null, received_at integer not null,
    status text not null, batch integer, place integer, gas_used integer, block integer, tx text, error_code text, error_sentence text
  );
  create index if not exists request_status on request (status, sequence);
  create index if not exists request_day on request (account_id, day);
  create index if not exists request_signer on request (signer, status);
  create table if not exists batch (
    batch integer primary key, nonce integer not null, status text not null, raw text not null,
    hashes text not null, sent_at integer not null, fee text not null, block integer, block_hash text
  );
  create index if not exists batch_status on batch (status);
`;

/** A call for the forwarder, or an act for the task market's own batch. */
export type Form = "call" | "act";

/** A request somebody signed and what became of it. */
export type Queued = {
  id: Hex;
  form: Form;
  /** Of an act `data` is the packed act, `deadline` its `until`, `nonce` the task's id. */
  request: ForwardRequest;
  signature: Hex;
  kind: Kind;
  accountId: number;
  day: number;
  receivedAt: number;
  status: RelayState;
  batch: number | null;
  /** Its index in the batch that was sent. */
  place: number | null;
  block: number | null;
  tx: Hex | null;
  error: { code: string; sentence: string } | null;
};

/** A transaction of ours. `hashes` holds every version that was broadcast, the newest last; `fee` the newest's price of gas. */
export type Batch = {
  batch: number;
  nonce: number;
  status: "sent" | "mined" | "final" | "dropped";
  raw: Hex;
  hashes: Hex[];
  sentAt: number;
  fee: bigint;
  block: number | null;
  blockHash: Hex | null;
};

type Row = Record<string, string | number | null>;

/** The durable queue. Whatever it says was written to disk before it was acted upon. */
export function openQueue(file: string) {
  const database = openSqlite(file, tables);
  const one = (sql: string, ...values: (string | number)[]) =>
    database.prepare(sql).get(...values) as Row | undefined;
  const all = (sql: string, ...values: (string | number)[]) => database.prepare(sql).all(...values) as Row[];
  const run = (sql: string, ...values: (string | number | null)[]) => database.prepare(sql).run(...values);
  const number = (row: Row | undefined, key: string) => Number(row?.[key] ?? 0);

  function together<T>(act: () => T): T {
    database.exec("begin immediate");
    try {
      const result = act();
      database.exec("commit");
      return result;
    } catch (error) {
      database.exec("rollback");
      throw error;
    }
  }

  return {
    together,
    close: () => database.close(),

    /** Adds a request, or queues again one that was refused before. */
    add(entry: Omit<Queued, "status" | "batch" | "place" | "block" | "tx" | "error">): void {
      const { id, form, request, signature, kind, accountId, day, receivedAt } = entry;
      run("delete from request where id = ? and status = 'refused'", id);
      run(
        "insert into request (id, form, sequence, signer, target, gas, nonce, deadline, data, signature, kind, account_id, day, received_at, status) " +
          "values (?, ?, (select coalesce(max(sequence), 0) + 1 from request), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued')",
        ...[
          id,
          form,
          request.from.toLowerCase(),
          request.to.toLowerCase(),
          request.gas.toString(),
          request.nonce.toString(),
        ],
        ...[request.deadline, request.data, signature, kind, accountId, day, receivedAt],
      );
    },

    find(id: string): Queued | null {
      const row = one("select * from request where id = ?", id.toLowerCase());
      return row === undefined ? null : queuedOf(row);
    },

    /** The oldest that wait, leaving out signers whose earlier requests are on their way. */
    waiting(limit: number): Queued[] {
      const rows = all(
        "select * from request where status = 'queued' and signer not in (select signer from request where status = 'sent') order by sequence limit ?",
        limit,
      );
      return rows.map(queuedOf);
    },

    inBatch: (batch: number): Queued[] =>
      all("select * from request where batch = ? order by sequence", batch).map(queuedOf),
    countWaiting: (): number => number(one("select count(*) as n from request where status = 'queued'"), "n"),

    /** Requests of a signer that are not decided yet. */
    pendingOf: (signer: string): Queued[] =>
      all(
        "select * from request where signer = ? and status in ('queued', 'sent') order by sequence",
        signer.toLowerCase(),
      ).map(queuedOf),

    /** What an account has used on a day; refused requests count for nothing. */
    usage(accountId: number, day: number): { requests: number; gas: bigint } {
      const row = one(
        "select count(*) as n, coalesce(sum(coalesce(gas_used, cast(gas as integer))), 0) as gas from request where account_id = ? and day = ? and status <> 'refused'",
        accountId,
        day,
      );
      return { requests: number(row, "n"), gas: BigInt(number(row, "gas")) };
    },
    joinsOn: (day: number): number =>
      number(
        one(
          "select count(*) as n from request where kind = 'join' and account_id = 0 and day = ? and status <> 'refused'",
          day,
        ),
        "n",
      ),
    skillsSince: (accountId: number, day: number): number =>
      number(
        one(
          "select count(*) as n from request where kind = 'createSkill' and account_id = ? and day > ? and status not in ('refused', 'failed')",
          accountId,
          day,
        ),
        "n",
      ),

    decide(
      id: string,
      outcome: {
        status: RelayState;
        block?: number | null;
        tx?: string | null;
        gasUsed?: number | null;
        error?: Queued["error"];
      },
    ): void {
      run(
        "update request set status = ?, block = ?, tx = coalesce(?, tx), gas_used = coalesce(?, gas_used), error_code = ?, error_sentence = ? where id = ?",
        ...[outcome.status, outcome.block ?? null, outcome.tx ?? null, outcome.gasUsed ?? null],
        ...[outcome.error?.code ?? null, outcome.error?.sentence ?? null, id],
      );
    },

    /** Puts one request back in line, as after it came a second too early. */
    again(id: string): void {
      run("update request set status = 'queued', batch = null, tx = null, block = null where id = ?", id);
    },

    /** Puts requests back in line, as after their transaction was lost. */
    requeue(batch: number): void {
      run(
        "update request set status = 'queued', batch = null, tx = null, block = null where batch = ? and status in ('sent', 'mined', 'failed')",
        batch,
      );
    },

    /** Writes a transaction and its requests down, before it is broadcast. */
    addBatch(entry: {
      nonce: number;
      raw: Hex;
      hash: Hex;
      sentAt: number;
      fee: bigint;
      ids: readonly string[];
    }): number {
      return together(() => {
        const { lastInsertRowid } = run(
          "insert into batch (nonce, status, raw, hashes, sent_at, fee) values (?, 'sent', ?, ?, ?, ?)",
          ...[entry.nonce, entry.raw, JSON.stringify([entry.hash]), entry.sentAt, entry.fee.toString()],
        );
        const batch = Number(lastInsertRowid);
        entry.ids.forEach((id, place) => {
          const sql = "update request set status = 'sent', batch = ?, place = ?, tx = ? where id = ?";
          run(sql, batch, place, entry.hash, id);
        });
        return batch;
      });
    },

    /** A dearer version of the same transaction. */
    replaceBatch(batch: Batch, next: { raw: Hex; hash: Hex; sentAt: number; fee: bigint }): void {
      const hashes = JSON.stringify([...batch.hashes, next.hash]);
      run(
        "update batch set raw = ?, hashes = ?, sent_at = ?, fee = ? where batch = ?",
        next.raw,
        hashes,
        next.sentAt,
        next.fee.toString(),
        batch.batch,
      );
    },

    setBatch(
      batch: number,
      status: Batch["status"],
      block: number | null = null,
      blockHash: string | null = null,
    ): void {
      const sql = "update batch set status = ?, block = ?, block_hash = ? where batch = ?";
      run(sql, status, block, blockHash, batch);
    },

    batches: (status: Batch["status"]): Batch[] =>
      all("select * from batch where status = ? order by nonce, batch", status).map(batchOf),
    lastNonce: (): number | null => {
      const row = one("select max(nonce) as n from batch where status <> 'dropped'");
      return row?.n === null || row === undefined ? null : Number(row.n);
    },
    counts: (): { status: string; n: number }[] =>
      all("select status, count(*) as n from request group by status").map((row) => ({
        status: String(row.status),
        n: Number(row.n),
      })),
  };
}

export type Queue = ReturnType<typeof openQueue>;

const textOf = (row: Row, key: string): string => String(row[key] ?? "");
const hexOf = (row: Row, key: string): Hex => textOf(row, key) as Hex;
const orNull = (value: string | number | null | undefined) =>
  value === null || value === undefined ? null : Number(value);

function queuedOf(row: Row): Queued {
  return {
    id: hexOf(row, "id"),
    form: textOf(row, "form") as Form,
    request: {
      from: hexOf(row, "signer") as Address,
      to: hexOf(row, "target") as Address,
      value: 0n,
      gas: BigInt(textOf(row, "gas")),
      nonce: BigInt(textOf(row, "nonce")),
      deadline: Number(row.deadline),
      data: hexOf(row, "data"),
    },
    signature: hexOf(row, "signature"),
    kind: textOf(row, "kind") as Kind,
    accountId: Number(row.account_id),
    day: Number(row.day),
    receivedAt: Number(row.received_at),
    status: textOf(row, "status") as RelayState,
    batch: orNull(row.batch),
    place: orNull(row.place),
    block: orNull(row.block),
    tx: row.tx === null ? null : hexOf(row, "tx"),
    error:
      row.error_code === null
        ? null
        : { code: textOf(row, "error_code"), sentence: textOf(row, "error_sentence") },
  };
}

function batchOf(row: Row): Batch {
  return {
    batch: Number(row.batch),
    nonce: Number(row.nonce),
    status: textOf(row, "status") as Batch["status"],
    raw: hexOf(row, "raw"),
    hashes: JSON.parse(textOf(row, "hashes")) as Hex[],
    sentAt: Number(row.sent_at),
    fee: BigInt(textOf(row, "fee")),
    block: orNull(row.block),
    blockHash: row.block_hash === null ? null : hexOf(row, "block_hash"),
  };
}
