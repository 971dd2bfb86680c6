"use client";

import { useQuery } from "@tanstack/react-query";
import type { Viewer } from "@/lib/acts";
import { useMe } from "./useMe";
import { useTown } from "./useTown";

/** Who looks at a task of a skill, and how much they have earned in it. */
export function useViewer(skillId: number): Viewer {
  const { queries } = useTown();
  const me = useMe();
  const myId = me.status === "account" ? me.account.accountId : 0;
  const person = useQuery({ ...queries.person(myId), enabled: myId !== 0 });
  if (me.status !== "account") return null;
  const standing = person.data?.standings.find((each) => each.skill.skillId === skillId);
  return {
    accountId: myId,
    seated: me.account.seat.live,
    level: standing?.level ?? 0,
    address: me.address,
    sealable: me.account.sealingKey !== null,
  };
}
