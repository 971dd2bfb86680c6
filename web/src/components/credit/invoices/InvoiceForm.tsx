"use client";

import { obligationTypedData } from "@peercommons/sdk";
import type { AccountView } from "@peercommons/sdk/schemas";
import { useState } from "react";
import { useSignTypedData } from "wagmi";
import { PersonPicker } from "@/components/person/PersonPicker";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { LinkToSend } from "@/components/ui/LinkToSend";
import { Notice } from "@/components/ui/Notice";
import { useNow } from "@/hooks/useNow";
import { usePersonRef } from "@/hooks/usePersonRef";
import { useTown } from "@/hooks/useTown";
import { checkInvoice } from "@/lib/forms/invoice";
import { freshInvoice, maxNote, memoOf, writeInvoice } from "@/lib/invoice";
import { failureOf } from "@/transactions/failure";

const DAY = 86_400;
const dayText = (time: number): string => new Date(time * 1_000).toISOString().slice(0, 10);

type Problem = { field: "debtor" | "amount" | "due" | "note"; sentence: string };

/** Signs an invoice; the debtor opens the link and accepts. Until then nobody owes anything. */
export function InvoiceForm({ account, close }: { account: AccountView; close: () => void }) {
  const { town } = useTown();
  const now = useNow();
  const sign = useSignTypedData();
  const [debtorId, setDebtorId] = useState<number | null>(null);
  const debtor = usePersonRef(debtorId);
  const [text, setText] = useState("");
  const [due, setDue] = useState(() => dayText(now + 30 * DAY));
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const [link, setLink] = useState<string>();
  const edit = (change: () => void) => {
    change();
    setProblem(undefined);
    setLink(undefined);
  };
  const errorAt = (field: Problem["field"]) => (problem?.field === field ? problem.sentence : undefined);
  const go = async () => {
    const check = checkInvoice({ debtorId, myId: account.accountId, text, due, note: note.trim(), now });
    if (!check.ok) return setProblem(check);
    if (!town.deployment || debtorId === null) return;
    const { number, salt } = freshInvoice();
    const obligation = {
      debtorId,
      creditorId: account.accountId,
      number,
      amount: check.amount,
      dueDay: check.dueDay,
      memo: memoOf(note.trim(), salt),
      deadline: BigInt(now + 30 * DAY),
    };
    const signature = await sign.mutateAsync(obligationTypedData(town.deployment, obligation));
    const word = writeInvoice({ obligation, note: note.trim(), salt, signature });
    setLink(`${window.location.origin}/credit?invoice=${word}`);
  };
  return (
    <form
      noValidate
      className="sheet grid gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void go().catch(() => undefined);
      }}
    >
      <Field label="Who owes you" error={errorAt("debtor")}>
        {(wired) => (
          <PersonPicker wired={wired} chosen={debtor} choose={(id) => edit(() => setDebtorId(id))} />
        )}
      </Field>
      <Field label="Owed in PEER" error={errorAt("amount")}>
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
      <Field label="Due on" error={errorAt("due")}>
        {(wired) => (
          <input
            {...wired}
            type="date"
            value={due}
            onChange={(event) => edit(() => setDue(event.target.value))}
            className={inputLook}
          />
        )}
      </Field>
      <Field label="What for" hint="Stays between you two; only its hash is public." error={errorAt("note")}>
        {(wired) => (
          <input
            {...wired}
            value={note}
            maxLength={maxNote}
            onChange={(event) => edit(() => setNote(event.target.value))}
            className={inputLook}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="main" disabled={sign.isPending}>
          {sign.isPending ? "Look into your wallet" : "Sign the invoice"}
        </Button>
        <Button onClick={close}>{link ? "Done" : "Leave it"}</Button>
      </div>
      {sign.error ? (
        <Notice tone="bad" live>
          {failureOf(sign.error).sentence}
        </Notice>
      ) : null}
      {link ? (
        <LinkToSend title={`Send this to ${debtor?.name ?? "who owes you"}`} link={link}>
          Good for 30 days. Opening it shows the invoice; accepting it puts it on the books.
        </LinkToSend>
      ) : null}
    </form>
  );
}
