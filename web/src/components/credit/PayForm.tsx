"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { parseAsInteger, useQueryState } from "nuqs";
import { useEffect, useState } from "react";
import { PersonPicker } from "@/components/person/PersonPicker";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { Money } from "@/components/ui/Money";
import { Section } from "@/components/ui/Page";
import { useAct } from "@/hooks/useAct";
import { usePersonRef } from "@/hooks/usePersonRef";
import { checkPay } from "@/lib/forms/pay";

type Problem = { field: "to" | "amount"; sentence: string };

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
  const [toId, setToId] = useQueryState("pay", parseAsInteger);
  const to = usePersonRef(toId);
  const [text, setText] = useState("");
  const [formId, setFormId] = useState("");
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => setFormId(crypto.randomUUID()), []);
  const edit = (change: () => void) => {
    change();
    setProblem(undefined);
    setFormId(crypto.randomUUID());
  };
  const check = checkPay({ toId: to?.accountId ?? null, myId: account.accountId, text, available, balance });
  const go = () => {
    if (!check.ok) return setProblem(check);
    if (!to) return;
    act("payMember", {
      formId,
      payerId: account.accountId,
      to,
      amount: check.amount.toString(),
      onCredit: check.onCredit.toString(),
    });
  };
  return (
    <Section title="Pay a person">
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          go();
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
        {check.ok && check.onCredit > 0n ? (
          <p className="text-sm">
            <Money amount={check.onCredit} /> of it would be drawn on your credit.
          </p>
        ) : null}
        <Button type="submit" tone="ink" className="justify-self-start">
          Look it over and pay
        </Button>
      </form>
    </Section>
  );
}
