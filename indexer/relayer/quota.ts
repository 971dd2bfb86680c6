import { Problem } from "../store/problem.ts";
import type { Kind } from "./allowed.ts";
import type { Signer } from "./chain.ts";
import type { RelayerConfig } from "./config.ts";
import type { Queue } from "./queue.ts";

const day = 86_400;

type Asked = { queue: Queue; config: RelayerConfig; who: Signer; kind: Kind; gas: bigint; today: number };

/** Refuses what goes beyond an account's share of the day. @throws Problem RelayerDailyLimit, RelayerJoinLimit, RelayerSkillLimit */
export function checkCaps({ queue, config, who, kind, gas, today }: Asked): void {
  const { caps } = config;
  if (who.accountId === 0) {
    if (queue.joinsOn(today) >= caps.joins) {
      throw new Problem(
        429,
        "RelayerJoinLimit",
        "As many newcomers were helped in today as this relayer can pay for. Come back after midnight UTC, or use another relayer.",
        {
          retryAfter: 3_600,
        },
      );
    }
    return;
  }
  const used = queue.usage(who.accountId, today);
  const most = requestsOf(who, config);
  if (used.requests >= most || used.gas + gas > BigInt(caps.gas)) {
    throw new Problem(
      429,
      "RelayerDailyLimit",
      who.seated || who.kind === "Organisation"
        ? "This account's share of today's relaying is used up. It is full again after midnight UTC; until then your own wallet can send."
        : "Without a live seat only a few requests a day are relayed. Renew the seat, or come back after midnight UTC.",
      { retryAfter: 3_600 },
    );
  }
  if (kind === "createSkill" && queue.skillsSince(who.accountId, today - 30) >= caps.skills) {
    throw new Problem(
      429,
      "RelayerSkillLimit",
      "One skill a month is created free of gas. Send this one with your own wallet, or wait.",
      {
        retryAfter: 86_400,
      },
    );
  }
}

/** What an account may still have relayed. */
export function quotaOf({
  queue,
  config,
  who,
  today,
  address,
}: Omit<Asked, "kind" | "gas"> & { address: string }) {
  const used = queue.usage(who.accountId, today);
  const newcomer = who.accountId === 0;
  return {
    address,
    seated: who.seated,
    day: today,
    resetsAt: (today + 1) * day,
    requests: {
      used: newcomer ? 0 : used.requests,
      limit: newcomer ? 1 : requestsOf(who, config),
    },
    gas: { used: newcomer ? "0" : used.gas.toString(), limit: config.caps.gas.toString() },
    createSkill: {
      used: newcomer ? 0 : queue.skillsSince(who.accountId, today - 30),
      limit: newcomer ? 0 : config.caps.skills,
    },
  };
}

/** Requests a day. */
function requestsOf(who: Signer, { caps }: RelayerConfig): number {
  if (who.seated) return caps.requests;
  return who.kind === "Organisation" ? caps.organisationRequests : caps.unseatedRequests;
}
