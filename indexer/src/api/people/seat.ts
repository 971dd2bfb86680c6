import type { standing } from "ponder:schema";
import { handLimit } from "@peercommons/sdk/matching";
import type { Seat, SkillRef, StandingView } from "@peercommons/sdk/schemas";
import type { AccountRow } from "../common/names.ts";

const day = 86_400;
export const timeOfDay = (days: number): number | null => (days === 0 ? null : days * day);

/** A seat counts until its day begins, whether or not somebody has expired it. */
export function seatOf(row: AccountRow, now: number): Seat {
  return {
    live: row.seatUntilDay * day > now,
    until: timeOfDay(row.seatUntilDay),
    since: timeOfDay(row.seatedSinceDay),
    founder: row.founder,
  };
}

export function standingView(row: typeof standing.$inferSelect, skill: SkillRef): StandingView {
  return {
    skill,
    points: Number(row.points),
    rating: row.rating,
    level: row.level,
    badge: row.badge,
    inHand: row.inHand,
    inHandLimit: handLimit(row.level),
    done: row.done,
    late: row.late,
    payers: row.payers.toString(2).replaceAll("0", "").length,
    lastAt: timeOfDay(row.lastDay),
    blockedUntil: timeOfDay(row.blockedUntilDay),
  };
}
