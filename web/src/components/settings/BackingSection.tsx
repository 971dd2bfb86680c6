"use client";

import { levelsAbi } from "@peercommons/sdk/abi";
import type { AccountView } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useConfig } from "wagmi";
import { readContract } from "wagmi/actions";
import { PersonLink } from "@/components/account/PersonLink";
import { PersonPicker } from "@/components/person/PersonPicker";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Section } from "@/components/ui/Page";
import { useAct } from "@/hooks/useAct";
import { usePersonRef } from "@/hooks/usePersonRef";
import { useTown } from "@/hooks/useTown";

const sides = {
  Member: {
    title: "Stand behind an organisation",
    note: "Its tasks then raise levels by your weekly budget of points. Both sides have to say so.",
    label: "Which organisation",
    other: "Organisation",
    present: "You stand behind",
    go: "Stand behind it",
    none: "Choose an organisation first: type a part of its name.",
  },
  Organisation: {
    title: "Who stands behind you",
    note: "Tasks of an organisation raise levels only by the budget of a member who backs it. Both sides have to say so.",
    label: "Which member",
    other: "Member",
    present: "Behind you stands",
    go: "Name as backer",
    none: "Choose a member first: type a part of the name.",
  },
} as const;

/** Both sides of backing an organisation; it counts while each names the other. */
export function BackingSection({ account }: { account: AccountView }) {
  const { town } = useTown();
  const config = useConfig();
  const act = useAct();
  const [chosenId, choose] = useState<number | null>(null);
  const [error, setError] = useState<string>();
  const chosen = usePersonRef(chosenId);
  const present = useQuery({
    queryKey: ["backing", account.accountId],
    queryFn: () =>
      town.deployment === null
        ? 0
        : readContract(config, {
            address: town.deployment.contracts.Levels,
            abi: levelsAbi,
            functionName: "backingOf",
            args: [account.accountId],
          }),
  });
  const other = usePersonRef(present.data ? present.data : null);
  if (account.kind !== "Member" && account.kind !== "Organisation") return null;
  const words = sides[account.kind];
  const start = (ref: typeof chosen) => {
    const state = `${present.data ?? 0}.${present.dataUpdatedAt}`;
    if (account.kind === "Member")
      act("backOrganisation", { memberId: account.accountId, organisation: ref, state });
    else act("nameBacker", { organisationId: account.accountId, member: ref, state });
  };
  const go = () => {
    if (chosen === null) return setError(words.none);
    start(chosen);
  };
  return (
    <Section title={words.title} note={words.note}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {other ? (
          <p className="flex flex-wrap items-center gap-x-3 text-sm">
            {words.present} <PersonLink account={other} size={26} />
          </p>
        ) : null}
        <Field label={words.label} error={error}>
          {(wired) => (
            <PersonPicker
              wired={wired}
              kind={words.other}
              chosen={chosen}
              choose={(id) => {
                choose(id);
                setError(undefined);
              }}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit">{words.go}</Button>
          <Button tone="quiet" onClick={() => start(null)}>
            Stop
          </Button>
        </div>
      </form>
    </Section>
  );
}
