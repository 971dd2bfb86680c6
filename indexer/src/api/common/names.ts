import { db } from "ponder:api";
import { account, accountAddress, bot, skill } from "ponder:schema";
import type { AccountKindName, AccountRef, SkillRef } from "@peercommons/sdk/schemas";
import { inArray } from "ponder";
import { documents } from "../../../store/index.ts";

export type AccountRow = typeof account.$inferSelect;

const unknown = (accountId: number): AccountRef => ({
  accountId,
  kind: "Member",
  name: `Account ${accountId}`,
  address: `0x${"0".repeat(40)}`,
});

/** Looks accounts up by id, all at once. */
export async function accountRefs(ids: Iterable<number>): Promise<(id: number) => AccountRef> {
  const wanted = [...new Set(ids)].filter((id) => id > 0);
  if (wanted.length === 0) return unknown;
  const rows = await db.select().from(account).where(inArray(account.accountId, wanted));
  const refs = await refsOf(rows);
  return (id) => refs.get(id) ?? unknown(id);
}

/** Rows of accounts as they are shown elsewhere. */
export async function refsOf(rows: readonly AccountRow[]): Promise<Map<number, AccountRef>> {
  const botIds = rows.filter((row) => row.kind === "Bot").map((row) => row.accountId);
  const bots = botIds.length === 0 ? [] : await db.select().from(bot).where(inArray(bot.botId, botIds));
  const botNames = new Map(bots.map((row) => [row.botId, row.name]));
  const refs = await Promise.all(
    rows.map(async (row): Promise<AccountRef> => {
      const profile = row.profileId === null ? null : await documents.profile(row.profileId);
      const given = profile?.state === "public" ? profile.value.name : botNames.get(row.accountId);
      const kind = row.kind as AccountKindName;
      return {
        accountId: row.accountId,
        kind,
        name: given ?? `${kind} ${row.accountId}`,
        address: row.owner,
      };
    }),
  );
  return new Map(refs.map((ref) => [ref.accountId, ref]));
}

/** Looks accounts up by any address they have or had. */
export async function refsByAddress(
  addresses: Iterable<string>,
): Promise<(address: string) => AccountRef | null> {
  const wanted = [...new Set(addresses)] as `0x${string}`[];
  if (wanted.length === 0) return () => null;
  const found = await db.select().from(accountAddress).where(inArray(accountAddress.address, wanted));
  const refOf = await accountRefs(found.map((row) => row.accountId));
  const byAddress = new Map(found.map((row) => [row.address as string, refOf(row.accountId)]));
  return (address) => byAddress.get(address) ?? null;
}

/** Looks skills up by id, all at once. */
export async function skillRefs(ids: Iterable<number>): Promise<(id: number) => SkillRef> {
  const wanted = [...new Set(ids)];
  const rows = wanted.length === 0 ? [] : await db.select().from(skill).where(inArray(skill.skillId, wanted));
  const refs = new Map(rows.map(({ skillId, name, symbol }) => [skillId, { skillId, name, symbol }]));
  return (skillId) =>
    refs.get(skillId) ?? { skillId, name: skillId === 0 ? "PEER" : `Skill ${skillId}`, symbol: "peer" };
}
