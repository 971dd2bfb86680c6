"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { PersonPicker } from "@/components/person/PersonPicker";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Section } from "@/components/ui/Page";
import { useAct } from "@/hooks/useAct";
import { usePersonRef } from "@/hooks/usePersonRef";
import { useTown } from "@/hooks/useTown";
import { BackingState } from "./BackingState";

const sides = {
  Member: {
    title: "Stand behind an organisation",
    note: "Its tasks then raise levels by your weekly budget of points. Both sides have to say so.",
    label: "Which organisation",
    other: "Organisation",
    go: "Stand behind it",
    none: "Choose an organisation first: type a part of its name.",
  },
  Organisation: {
    title: "Who stands behind you",
    note: "Tasks of an organisation raise levels only by the budget of a member who backs it. Both sides have to say so.",
    label: "Which member",
    other: "Member",
    go: "Name as backer",
    none: "Choose a member first: type a part of the name.",
  },
} as const;

/** Both sides of backing an organisation; it counts while each names the other. */
export function BackingSection({ account }: { account: AccountView }) {
  const { queries } = useTown();
  const act = useAct();
  const [chosenId, choose] = useState<number | null>(null);
  const [error, setError] = useState<string>();
  const chosen = usePersonRef(chosenId);
  const person = useQuery(queries.person(account.accountId));
  if (account.kind !== "Member" && account.kind !== "Organisation") return null;
  const { kind } = account;
  const words = sides[kind];
  const start = (ref: typeof chosen) => {
    const state = `${person.data?.backing.names?.accountId ?? 0}.${person.dataUpdatedAt}`;
    if (kind === "Member") act("backOrganisation", { memberId: account.accountId, organisation: ref, state });
    else act("nameBacker", { organisationId: account.accountId, member: ref, state });
  };
  const go = () => {
    if (chosen === null) return setError(words.none);
    start(chosen);
  };
  return (
    <Section title={words.title} note={words.note}>
      {person.data ? <BackingState kind={kind} backing={person.data.backing} name={start} /> : null}
      <form
        noValidate
        className="mt-4 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
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
        <Button type="submit" className="justify-self-start" disabled={chosenId !== null && chosen === null}>
          {words.go}
        </Button>
      </form>
    </Section>
  );
}
