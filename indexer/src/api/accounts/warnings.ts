import type { Credit, Seat } from "@peercommons/sdk/schemas";

const month = 30 * 86_400;

type Facts = {
  kind: string;
  current: bigint;
  limit: bigint;
  refreshed: bigint;
  repayBy: number | null;
  frozen: boolean;
  seat: Seat;
  now: number;
};

/** What somebody should know about their credit, the gravest first. */
export function warningsOf(facts: Facts): Credit["warnings"] {
  const { kind, current, limit, refreshed, repayBy, frozen, seat, now } = facts;
  const warnings: Credit["warnings"] = [];
  const warn = (code: Credit["warnings"][number]["code"], sentence: string) =>
    warnings.push({ code, sentence });
  if (frozen)
    warn(
      "frozen",
      "This account may receive but not pay, because a debt is overdue. Earn it back, or be repaid for.",
    );
  if (repayBy !== null && now >= repayBy) {
    warn(
      "overdue",
      "The debt is overdue: it has been below zero for a year. Bring the balance back to zero.",
    );
  } else if (repayBy !== null && now >= repayBy - month) {
    warn(
      "overdueSoon",
      "The debt becomes overdue within a month. Bring the balance back to zero before then.",
    );
  }
  if (current < 0n && limit > 0n && -current * 10n >= limit * 9n) {
    warn("nearLimit", "Nine tenths of the credit are drawn. Earn before you spend more.");
  }
  if (refreshed !== limit) {
    warn(
      "refresh",
      refreshed > limit
        ? "The limit has grown. Refresh it to use the whole of it."
        : "The limit written on chain is higher than it would be now; the next refresh lowers it.",
    );
  }
  if (kind === "Member" && !seat.live) {
    warn(
      "noSeat",
      "There is no live seat, so no basic credit and no basic income. Renew the seat to have them again.",
    );
  } else if (seat.live && seat.until !== null && seat.until - now < month) {
    warn("seatEnding", "The seat ends within a month. Renew it to keep basic credit, income and vote.");
  }
  return warnings;
}
