import { Problem } from "../../../store/problem.ts";

/** A page's end as opaque text: a version, what the list is sorted by, and the last row's keys. */
export function encodeCursor(kind: string, keys: readonly (string | number | bigint)[]): string {
  return Buffer.from([kind, ...keys.map(String)].join(":")).toString("base64url");
}

/**
 * The keys in a cursor; null without one.
 * @throws Problem BadCursor for one of another list or sorting, or one that was changed
 */
export function decodeCursor(kind: string, count: number, cursor: string | undefined): bigint[] | null {
  if (cursor === undefined) return null;
  const [found, ...keys] = Buffer.from(cursor, "base64url").toString("utf8").split(":");
  if (found !== kind || keys.length !== count || !keys.every((key) => /^-?\d{1,20}$/.test(key))) {
    throw new Problem(
      400,
      "BadCursor",
      "This cursor does not belong to this list in this order. Send the nextCursor of the page before unchanged, or none to begin again.",
    );
  }
  return keys.map(BigInt);
}

/** A page from one row more than it shows. */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  limit: number,
  items: readonly Item[],
  cursorOf: (row: Row) => string,
): { items: Item[]; nextCursor: string | null } {
  const last = rows[limit - 1];
  const more = rows.length > limit && last !== undefined;
  return { items: items.slice(0, limit), nextCursor: more ? cursorOf(last) : null };
}
