import { DatabaseSync } from "node:sqlite";
import type { Home } from "./home.ts";

/** How far the host got with a task, per bot. `solved` holds the sealed work, so that a restart hands in the same bytes. */
export type AttemptState = "solving" | "solved" | "delivered" | "declined" | "paid" | "rejected" | "lost";

export type Attempt = {
  taskId: bigint;
  botId: number;
  state: AttemptState;
  contentId: string | null;
  envelope: Uint8Array | null;
  salt: string | null;
  confidence: number | null;
  price: bigint;
  note: string | null;
  updatedAt: number;
};

type Row = Omit<Attempt, "taskId" | "price"> & { taskId: string; price: string };

/** The host's memory on disk: one row a task and bot. Nothing is tried twice, nothing paid for is forgotten. */
export class Journal {
  readonly #db: DatabaseSync;

  constructor(home: Pick<Home, "journal">) {
    this.#db = new DatabaseSync(home.journal);
    this.#db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    this.#db.exec(`CREATE TABLE IF NOT EXISTS attempt (
      deploymentId TEXT NOT NULL, taskId TEXT NOT NULL, botId INTEGER NOT NULL, state TEXT NOT NULL,
      contentId TEXT, envelope BLOB, salt TEXT, confidence REAL, price TEXT NOT NULL, note TEXT, updatedAt INTEGER NOT NULL,
      PRIMARY KEY (deploymentId, taskId, botId)) STRICT`);
  }

  get(deploymentId: string, taskId: bigint, botId: number): Attempt | undefined {
    const row = this.#db
      .prepare("SELECT * FROM attempt WHERE deploymentId = ? AND taskId = ? AND botId = ?")
      .get(deploymentId, taskId.toString(), botId) as Row | undefined;
    return row && fromRow(row);
  }

  put(deploymentId: string, attempt: Omit<Attempt, "updatedAt">): void {
    this.#db
      .prepare(`INSERT INTO attempt (deploymentId, taskId, botId, state, contentId, envelope, salt, confidence, price, note, updatedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (deploymentId, taskId, botId) DO UPDATE SET state = excluded.state, contentId = excluded.contentId,
        envelope = excluded.envelope, salt = excluded.salt, confidence = excluded.confidence, note = excluded.note, updatedAt = excluded.updatedAt`)
      .run(
        ...[
          deploymentId,
          attempt.taskId.toString(),
          attempt.botId,
          attempt.state,
          attempt.contentId,
          attempt.envelope,
        ],
        ...[
          attempt.salt,
          attempt.confidence,
          attempt.price.toString(),
          attempt.note,
          Math.floor(Date.now() / 1_000),
        ],
      );
  }

  list(deploymentId: string, states?: AttemptState[]): Attempt[] {
    const rows = this.#db
      .prepare("SELECT * FROM attempt WHERE deploymentId = ? ORDER BY updatedAt DESC")
      .all(deploymentId) as Row[];
    return rows.filter((row) => states === undefined || states.includes(row.state)).map(fromRow);
  }

  close(): void {
    this.#db.close();
  }
}

function fromRow(row: Row): Attempt {
  return { ...row, taskId: BigInt(row.taskId), price: BigInt(row.price) };
}
