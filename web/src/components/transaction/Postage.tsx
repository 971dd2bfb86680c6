"use client";

import { useQuery } from "@tanstack/react-query";
import { useTown } from "@/hooks/useTown";

/** Who pays for sending, in a sentence. */
export function Postage({ account, away, ether }: { account: string; away: boolean; ether: boolean }) {
  const { queries } = useTown();
  const quota = useQuery({ ...queries.quota(account), enabled: !away });
  if (away) {
    return (
      <p className="text-sm">
        {ether
          ? "The relayer is away, so your wallet sends this itself and pays the network's fee in ether."
          : "The relayer is away and your wallet holds no ether, so nothing can be sent just now. Your work is kept; try again in a moment."}
      </p>
    );
  }
  const left = quota.data ? Math.max(0, quota.data.requests.limit - quota.data.requests.used) : null;
  return (
    <p className="text-sm text-soft">
      Sent for you by the town's relayer; it costs you nothing.
      {left !== null && left <= 10 ? ` ${left} more today.` : ""}
    </p>
  );
}
