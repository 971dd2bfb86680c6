"use client";

import type { Credit } from "@peercommons/sdk/schemas";
import { Button } from "@/components/ui/Button";
import { useAct } from "@/hooks/useAct";

/** Writes the limit as the rules have it today. Anyone may, for anyone. */
export function RefreshLimit({ credit }: { credit: Credit }) {
  const act = useAct();
  return (
    <Button
      size="small"
      onClick={() => act("refreshLimit", { accountId: credit.accountId, state: credit.limitIfRefreshed })}
    >
      Bring it up to date
    </Button>
  );
}
