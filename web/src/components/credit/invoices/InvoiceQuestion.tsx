"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { Time } from "@/components/ui/Time";
import { useAct } from "@/hooks/useAct";
import { useNow } from "@/hooks/useNow";
import { usePersonRef } from "@/hooks/usePersonRef";
import { useTown } from "@/hooks/useTown";
import { readInvoice, type SignedInvoice, signedByCreditor } from "@/lib/invoice";

const DAY = 86_400;

/** The debtor's side of an invoice, when the page was opened by its link. */
export function InvoiceQuestion({ account }: { account: AccountView }) {
  const [text, setText] = useQueryState("invoice", parseAsString);
  const now = useNow();
  if (text === null) return null;
  const invoice = readInvoice(text);
  const away = (
    <Button size="small" onClick={() => void setText(null)}>
      Put it away
    </Button>
  );
  if (invoice === null)
    return (
      <Notice tone="bad" action={away}>
        This link holds no invoice that can be read; a part of it is probably missing. Ask for the whole link.
      </Notice>
    );
  if (invoice.obligation.deadline <= BigInt(now))
    return (
      <Notice tone="warn" action={away}>
        This invoice could be accepted for 30 days, and they are over. Ask for a new one.
      </Notice>
    );
  if (invoice.obligation.debtorId !== account.accountId)
    return (
      <Notice tone="warn" action={away}>
        {invoice.obligation.creditorId === account.accountId
          ? "This is an invoice of yours. Send its link to who owes you."
          : "This invoice is for another account. Come in with the account it was written to."}
      </Notice>
    );
  return <Question account={account} invoice={invoice} away={away} />;
}

function Question(props: { account: AccountView; invoice: SignedInvoice; away: React.ReactNode }) {
  const { obligation, note, signature } = props.invoice;
  const { town } = useTown();
  const act = useAct();
  const creditor = usePersonRef(obligation.creditorId);
  const signed = useQuery({
    queryKey: ["invoice", signature, creditor?.address],
    enabled: creditor !== null && town.deployment !== null,
    queryFn: async () =>
      creditor !== null && town.deployment !== null
        ? signedByCreditor(town.deployment, creditor.address, props.invoice)
        : null,
  });
  if (creditor === null) return <Notice live>Looking who sent this invoice.</Notice>;
  // A contract wallet's signature has another length; the trial before sending asks the chain.
  if (signed.data === false && signature.length === 132)
    return (
      <Notice tone="bad" action={props.away}>
        {creditor.name} did not sign this invoice, or something in the link was changed. Ask for a new one.
      </Notice>
    );
  const dueAt = obligation.dueDay * DAY;
  return (
    <Notice
      tone="ink"
      live
      title={`${creditor.name} asks you to accept an invoice`}
      action={
        <>
          <Button
            tone="main"
            onClick={() =>
              act("registerObligation", {
                debtor: props.account,
                creditor,
                number: obligation.number,
                amount: obligation.amount.toString(),
                dueDay: obligation.dueDay,
                due: new Date(dueAt * 1_000).toISOString().slice(0, 10),
                memo: obligation.memo,
                note,
                deadline: obligation.deadline.toString(),
                creditorSignature: signature,
              })
            }
          >
            Look it over and accept
          </Button>
          {props.away}
        </>
      }
    >
      You would owe <Money amount={obligation.amount} />, due <Time at={dueAt} absolute />
      {note === "" ? "" : `, for: ${note}`}. Nothing moves now: you pay it later, or it is netted against what
      others owe you.
    </Notice>
  );
}
