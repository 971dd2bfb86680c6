"use client";

import { PeerCommonsError } from "@peercommons/sdk";
import type { AccountView } from "@peercommons/sdk/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { parseAsInteger, useQueryState } from "nuqs";
import { useEffect, useState } from "react";
import type { Hex } from "viem";
import { SignPayment } from "@/components/credit/links/SignPayment";
import { PersonPicker } from "@/components/person/PersonPicker";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { Money } from "@/components/ui/Money";
import { Section } from "@/components/ui/Page";
import { useAct } from "@/hooks/useAct";
import { usePersonRef } from "@/hooks/usePersonRef";
import { useSealing } from "@/hooks/useSealing";
import { useTown } from "@/hooks/useTown";
import { checkPay, packNote } from "@/lib/forms/pay";
import { failureOf } from "@/transactions/failure";
import { type NoteDraft, NoteField } from "./NoteField";

type Problem = { field: "to" | "amount" | "note"; sentence: string };

/** Pay a person: who, how much, and how much of it is credit. */
export function PayForm({
  account,
  available,
  balance,
}: {
  account: AccountView;
  available: bigint | null;
  balance: bigint | null;
}) {
  const act = useAct();
  const { queries } = useTown();
  const client = useQueryClient();
  const [toId, setToId] = useQueryState("pay", parseAsInteger);
  const to = usePersonRef(toId);
  const { keys } = useSealing();
  const [text, setText] = useState("");
  const [note, setNote] = useState<NoteDraft>({ words: "", open: false });
  const [formId, setFormId] = useState("");
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => setFormId(crypto.randomUUID()), []);
  const edit = (change: () => void) => {
    change();
    setProblem(undefined);
    setFormId(crypto.randomUUID());
  };
  const check = checkPay({
    toId: to?.accountId ?? null,
    myId: account.accountId,
    text,
    available,
    balance,
    note: note.words,
  });
  const go = async () => {
    if (!check.ok) return setProblem(check);
    if (!to) return;
    const readers = await readersOf();
    act("payMember", {
      formId,
      payerId: account.accountId,
      to,
      amount: check.amount.toString(),
      onCredit: check.onCredit.toString(),
      note: packNote(note.words, readers),
    });
  };
  const readersOf = async (): Promise<[Hex, Hex] | null> => {
    if (note.open || note.words.trim() === "" || !to) return null;
    const { sealingKey } = await client.fetchQuery(queries.person(to.accountId));
    if (sealingKey !== null) return [sealingKey as Hex, (await keys()).publicKey];
    throw new PeerCommonsError({
      code: "SealingBadKey",
      message: `${to.name} has set no sealing key, so a note cannot be sealed to them. Let everyone read it, or leave it out.`,
    });
  };
  return (
    <Section title="Pay a person">
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void go().catch((error: unknown) =>
            setProblem({ field: "note", sentence: failureOf(error).sentence }),
          );
        }}
      >
        <Field label="Whom" error={problem?.field === "to" ? problem.sentence : undefined}>
          {(wired) => (
            <PersonPicker wired={wired} chosen={to} choose={(id) => edit(() => void setToId(id))} />
          )}
        </Field>
        <Field
          label="Amount in PEER"
          hint={
            available === null ? undefined : (
              <>
                You can spend <Money amount={available} />.
              </>
            )
          }
          error={problem?.field === "amount" ? problem.sentence : undefined}
        >
          {(wired) => (
            <input
              {...wired}
              inputMode="decimal"
              value={text}
              maxLength={40}
              onChange={(event) => edit(() => setText(event.target.value))}
              className={`${inputLook} figures font-display font-semibold text-lg`}
            />
          )}
        </Field>
        <NoteField
          note={note}
          name={to?.name ?? "who is paid"}
          error={problem?.field === "note" ? problem.sentence : undefined}
          change={(next) => edit(() => setNote(next))}
        />
        {check.ok && check.onCredit > 0n ? (
          <p className="text-sm">
            <Money amount={check.onCredit} /> of it would be drawn on your credit.
          </p>
        ) : null}
        <Button type="submit" tone="ink" className="justify-self-start">
          Look it over and pay
        </Button>
        {check.ok && to ? <SignPayment key={formId} account={account} to={to} amount={check.amount} /> : null}
      </form>
    </Section>
  );
}
