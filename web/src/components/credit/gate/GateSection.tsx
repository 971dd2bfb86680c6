"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Money } from "@/components/ui/Money";
import { Section } from "@/components/ui/Page";
import { useTown } from "@/hooks/useTown";
import { GateForm } from "./GateForm";

/** The door to other money: bring in a listed token one for one, take out what one brought in. */
export function GateSection({ account, balance }: { account: AccountView; balance: bigint | null }) {
  const { queries } = useTown();
  const query = useQuery(queries.accountGate(account.accountId));
  const [chosen, setChosen] = useState<string>();
  const tokens = (query.data?.tokens ?? []).filter((line) => line.listed || line.net !== "0");
  const line = tokens.find((each) => each.token === chosen) ?? tokens[0];
  if (line === undefined) return null;
  return (
    <Section
      id="gate"
      title="Bring in, take out"
      note="Listed tokens come in one for one. What you brought in may leave again, a quarter of it a week; what was drawn on credit may not."
    >
      <div className="grid gap-4">
        {tokens.length > 1 ? (
          <select
            aria-label="Token"
            value={line.token}
            onChange={(event) => setChosen(event.target.value)}
            className="min-h-11 rounded-s border border-ink bg-sheet px-2"
          >
            {tokens.map((each) => (
              <option key={each.token} value={each.token}>
                {each.symbol}
              </option>
            ))}
          </select>
        ) : null}
        <p className="text-sm text-soft">
          You have brought in <Money amount={line.net} /> of {line.symbol}; <Money amount={line.redeemable} />{" "}
          of it may leave this week.
        </p>
        <GateForm key={line.token} account={account} line={line} balance={balance} />
      </div>
    </Section>
  );
}
