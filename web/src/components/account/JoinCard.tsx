"use client";

import { parseAsString, useQueryState } from "nuqs";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useAct } from "@/hooks/useAct";
import { useTown } from "@/hooks/useTown";

/** For somebody with an address and no account yet. */
export function JoinCard() {
  const { town } = useTown();
  const act = useAct();
  const [move] = useQueryState("move", parseAsString);
  if (move !== null)
    return (
      <Notice tone="ink">
        You came to take an account over with this address, so do not join with it: the question is on this
        page.
      </Notice>
    );
  const personhood = town.deployment?.personhood ?? "WelcomeDesk";
  return (
    <Notice
      tone="ink"
      title="One step to your seat"
      action={
        <>
          <Button tone="main" onClick={() => act("join", { personhood, seat: "new" })}>
            Join the town
          </Button>
          <Button onClick={() => act("registerOrganisation", {})}>Register an organisation instead</Button>
        </>
      }
    >
      {personhood === "WelcomeDesk"
        ? "This town's welcome desk admits anyone. You get a little credit at once, a feed of work that fits you, and a share of what the commons earns."
        : "Two members have to vouch that you are one human. Send them your address; then join here."}
    </Notice>
  );
}
