"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { Button } from "@/components/ui/Button";
import { Section } from "@/components/ui/Page";
import { Time } from "@/components/ui/Time";
import { useAct } from "@/hooks/useAct";
import { useTown } from "@/hooks/useTown";

/** The seat: how long it lasts, renewing and giving it up. */
export function SeatSection({ account }: { account: AccountView }) {
  const act = useAct();
  const { town } = useTown();
  const { seat, accountId } = account;
  const state = String(seat.until ?? 0);
  return (
    <Section title="Your seat" note="One for each human. It brings basic credit, income and a vote.">
      <p className="mb-3 text-sm">
        {seat.live && seat.until !== null ? (
          <>
            It lasts until <Time at={seat.until} absolute />.
          </>
        ) : (
          "It is not live."
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        {seat.live ? <Button onClick={() => act("renewSeat", { accountId, state })}>Renew</Button> : null}
        {seat.live ? null : (
          <Button
            tone="main"
            onClick={() =>
              act("join", { personhood: town.deployment?.personhood ?? "WelcomeDesk", seat: state })
            }
          >
            Take a seat again
          </Button>
        )}
        {seat.live ? (
          <Button tone="alarm" onClick={() => act("leaveSeat", { accountId, state })}>
            Give it up
          </Button>
        ) : null}
      </div>
    </Section>
  );
}
