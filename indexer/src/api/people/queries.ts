import { db } from "ponder:api";
import { account, accountAddress, sponsorship, standing } from "ponder:schema";
import type { AccountView, Person, PersonSummary } from "@peercommons/sdk/schemas";
import { and, desc, eq, gt, inArray, sql } from "ponder";
import { documents } from "../../../store/index.ts";
import { Problem } from "../../../store/problem.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../common/cursor.ts";
import { type AccountRow, accountRefs, refsByAddress, refsOf, skillRefs } from "../common/names.ts";
import type { SQL } from "../common/sql.ts";
import { backingOf } from "./backing.ts";
import { seatOf, standingView } from "./seat.ts";

/** @throws Problem MembersUnknownAccount */
export async function accountById(accountId: number): Promise<AccountRow> {
  const [row] = await db.select().from(account).where(eq(account.accountId, accountId));
  if (row !== undefined) return row;
  throw new Problem(
    404,
    "MembersUnknownAccount",
    `There is no account ${accountId}. It may not be indexed yet; look at its number.`,
  );
}

/** The account whose key an address is now. @throws Problem MembersUnknownAccount */
export async function accountByAddress(address: string): Promise<AccountRow> {
  const [row] = await db
    .select()
    .from(account)
    .where(eq(account.owner, address.toLowerCase() as `0x${string}`));
  if (row !== undefined) return row;
  throw new Problem(
    404,
    "MembersUnknownAccount",
    `No account belongs to ${address}. Join first; a join takes a moment to be indexed.`,
  );
}

export async function accountView(row: AccountRow, now: number): Promise<AccountView> {
  const refs = await refsOf([row]);
  const ref = refs.get(row.accountId);
  const profile = row.profileId === null ? null : await documents.profile(row.profileId);
  return {
    accountId: row.accountId,
    kind: ref?.kind ?? "Member",
    address: row.owner,
    name: ref?.name ?? `Account ${row.accountId}`,
    about: profile?.state === "public" ? profile.value.about : "",
    profileId: row.profileId,
    sealingKey: row.sealingKey,
    registeredAt: row.registeredAt,
    seat: seatOf(row, now),
  };
}

export async function personOf(accountId: number, now: number): Promise<Person> {
  const row = await accountById(accountId);
  const [view, standings, addresses, given] = await Promise.all([
    accountView(row, now),
    db.select().from(standing).where(eq(standing.memberId, accountId)).orderBy(desc(standing.points)),
    db.select().from(accountAddress).where(eq(accountAddress.accountId, accountId)),
    db.select().from(sponsorship).where(eq(sponsorship.sponsorId, accountId)),
  ]);
  const mine = addresses.map((a) => a.address);
  const received = await db.select().from(sponsorship).where(inArray(sponsorship.newcomer, mine));
  const [skillOf, sponsorOf, newcomerOf, backing] = await Promise.all([
    skillRefs(standings.map((s) => s.skillId)),
    accountRefs(received.map((s) => s.sponsorId)),
    refsByAddress(given.map((s) => s.newcomer)),
    backingOf(accountId),
  ]);
  return {
    ...view,
    standings: standings.map((s) => standingView(s, skillOf(s.skillId))),
    tasksDone: row.tasksDone,
    tasksPosted: row.tasksPosted,
    tasksAccepted: row.tasksAccepted,
    tasksRefused: row.tasksRefused,
    averageRating: row.ratingCount === 0 ? null : Math.round((row.ratingSum * 100) / row.ratingCount) / 100,
    sponsors: received.map((s) => sponsorOf(s.sponsorId)),
    sponsored: given.flatMap((s) => newcomerOf(s.newcomer) ?? []),
    backing,
    previousAddresses: mine.filter((address) => address !== row.owner),
  };
}

export type PeopleQuery = {
  cursor?: string | undefined;
  limit: number;
  q?: string | undefined;
  skillId?: number | undefined;
  kind?: string | undefined;
};

/** People by id, newest last; with a skill, by level and points in it. A search looks at names and addresses. */
export async function listPeople(query: PeopleQuery, now: number) {
  if (query.skillId !== undefined) return listInSkill(query.skillId, query, now);
  const after = decodeCursor("people", 1, query.cursor);
  const search = query.q?.trim().toLowerCase();
  const found: AccountRow[] = [];
  let from = Number(after?.[0] ?? 0);
  // Names lie in the content store, so a search reads on until the page is full.
  for (let scanned = 0; scanned < 5_000 && found.length <= query.limit; ) {
    const rows = await db
      .select()
      .from(account)
      .where(and(gt(account.accountId, from), kindIs(query.kind)))
      .orderBy(account.accountId)
      .limit(search ? 250 : query.limit + 1);
    if (rows.length === 0) break;
    const refs = await refsOf(rows);
    found.push(...rows.filter((row) => !search || matches(row, refs.get(row.accountId)?.name ?? "", search)));
    from = rows.at(-1)?.accountId ?? from;
    scanned += rows.length;
  }
  const items = await summaries(found.slice(0, query.limit), now);
  return pageFrom(found, query.limit, items, (row) => encodeCursor("people", [row.accountId]));
}

const kindIs = (kind: string | undefined): SQL =>
  kind === undefined ? sql`${account.kind} in ('Member', 'Organisation')` : eq(account.kind, kind);

const matches = (row: AccountRow, name: string, search: string) =>
  name.toLowerCase().includes(search) || row.owner.startsWith(search) || String(row.accountId) === search;

async function listInSkill(skillId: number, query: PeopleQuery, now: number) {
  const after = decodeCursor("people-skill", 3, query.cursor);
  const beyond =
    after === null
      ? undefined
      : sql`(${standing.level}, ${standing.points}, ${standing.memberId}) < (${Number(after[0])}::int, ${after[1] ?? 0n}::bigint, ${after[2] ?? 0n}::bigint)`;
  const rows = await db
    .select()
    .from(standing)
    .where(and(eq(standing.skillId, skillId), beyond))
    .orderBy(desc(standing.level), desc(standing.points), desc(standing.memberId))
    .limit(query.limit + 1);
  const ids = rows.map((row) => row.memberId);
  const accounts =
    ids.length === 0 ? [] : await db.select().from(account).where(inArray(account.accountId, ids));
  const byId = new Map(accounts.map((row) => [row.accountId, row]));
  const shown = rows.slice(0, query.limit).flatMap((row) => byId.get(row.memberId) ?? []);
  const items = await summaries(shown, now);
  return pageFrom(rows, query.limit, items, (row) =>
    encodeCursor("people-skill", [row.level, row.points, row.memberId]),
  );
}

async function summaries(rows: readonly AccountRow[], now: number): Promise<PersonSummary[]> {
  const ids = rows.map((row) => row.accountId);
  const standings =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(standing)
          .where(inArray(standing.memberId, ids))
          .orderBy(desc(standing.level), desc(standing.points));
  const [refs, skillOf] = await Promise.all([refsOf(rows), skillRefs(standings.map((s) => s.skillId))]);
  return rows.flatMap((row) => {
    const ref = refs.get(row.accountId);
    if (ref === undefined) return [];
    const best = standings.filter((s) => s.memberId === row.accountId).slice(0, 5);
    return {
      account: ref,
      seat: seatOf(row, now),
      best: best.map((s) => ({ skill: skillOf(s.skillId), level: s.level })),
      tasksDone: row.tasksDone,
      tasksPosted: row.tasksPosted,
      registeredAt: row.registeredAt,
    };
  });
}
