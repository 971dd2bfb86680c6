"use client";

import { paymentRequestTypedData } from "@peercommons/sdk";
import { newSalt } from "@peercommons/sdk/content";
import type { AccountView } from "@peercommons/sdk/schemas";
import { useState } from "react";
import { useSignTypedData } from "wagmi";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { LinkToSend } from "@/components/ui/LinkToSend";
import { Notice } from "@/components/ui/Notice";
import { Section } from "@/components/ui/Page";
import { QrCode } from "@/components/ui/QrCode";
import { useNow } from "@/hooks/useNow";
import { useTown } from "@/hooks/useTown";
import { readAmount } from "@/lib/forms/amount";
import { maxNote, memoOf } from "@/lib/invoice";
import { writeRequest } from "@/lib/paymentLinks";
import { failureOf } from "@/transactions/failure";

const WEEK = 604_800;

/** Asks for a payment: a link and a QR code whoever pays opens. Signed, it shows who asks. */
export function RequestForm({ account }: { account: AccountView }) {
  const { town } = useTown();
  const now = useNow();
  const sign = useSignTypedData();
  const [text, setText] = useState("");
  const [note, setNote] = useState("");
  const [error, setError] = useState<string>();
  const [link, setLink] = useState<string>();
  const edit = (change: () => void) => {
    change();
    setError(undefined);
    setLink(undefined);
  };
  const make = async (signed: boolean) => {
    const read = text.trim() === "" ? { ok: true as const, amount: 0n } : readAmount(text);
    if (!read.ok) return setError(read.sentence);
    if (!town.deployment) return;
    const salt = newSalt();
    const words = note.trim();
    const request = {
      payeeId: account.accountId,
      amount: read.amount,
      memo: memoOf(words, salt),
      expiresAt: BigInt(now + WEEK),
    };
    const signature = signed
      ? await sign.mutateAsync(paymentRequestTypedData(town.deployment, request))
      : null;
    setLink(
      `${window.location.origin}/credit?request=${writeRequest({ request, note: words, salt, signature })}`,
    );
  };
  return (
    <Section
      title="Ask for a payment"
      note="A link or a QR code, good for a week. Nothing moves before somebody pays."
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void make(true).catch(() => undefined);
        }}
      >
        <Field label="Amount asked in PEER" hint="Leave it empty to let the payer choose." error={error}>
          {(wired) => (
            <input
              {...wired}
              inputMode="decimal"
              value={text}
              maxLength={40}
              onChange={(event) => edit(() => setText(event.target.value))}
              className={`${inputLook} figures font-display font-semibold`}
            />
          )}
        </Field>
        <Field label="What it is for" hint="Travels in the link; only its hash becomes public.">
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
          <Button type="submit" tone="ink" disabled={sign.isPending}>
            {sign.isPending ? "Look into your wallet" : "Sign the request"}
          </Button>
          <Button onClick={() => void make(false)}>Without signing</Button>
        </div>
      </form>
      {sign.error ? (
        <Notice tone="bad" live className="mt-4">
          {failureOf(sign.error).sentence}
        </Notice>
      ) : null}
      {link ? (
        <div className="mt-4 grid gap-3">
          <LinkToSend title="Show or send this to whoever pays" link={link} />
          <QrCode text={link} label="QR code of the payment request" />
        </div>
      ) : null}
    </Section>
  );
}
