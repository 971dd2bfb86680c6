"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { useAct } from "@/hooks/useAct";
import { useNow } from "@/hooks/useNow";
import { useTown } from "@/hooks/useTown";
import { shortHex } from "@/lib/format/hex";
import { readPayment, type SignedPayment, signedByPayer } from "@/lib/paymentLinks";

/** A payment somebody signed, when the page was opened by its link: sending it is all that is left to do. */
export function PaymentQuestion() {
  const [text, setText] = useQueryState("cash", parseAsString);
  const now = useNow();
  if (text === null) return null;
  const payment = readPayment(text);
  const away = (
    <Button size="small" onClick={() => void setText(null)}>
      Put it away
    </Button>
  );
  if (payment === null)
    return (
      <Notice tone="bad" action={away}>
        This link holds no payment that can be read; a part of it is probably missing. Ask for the whole link.
      </Notice>
    );
  if (payment.deadline <= BigInt(now))
    return (
      <Notice tone="warn" action={away}>
        This payment had to be sent within a week, and the week is over. Ask its payer to sign a new one.
      </Notice>
    );
  return <Question payment={payment} away={away} />;
}

function Question({ payment, away }: { payment: SignedPayment; away: ReactNode }) {
  const { town, queries } = useTown();
  const act = useAct();
  const payer = useQuery(queries.accountOf(payment.from));
  const payee = useQuery(queries.accountOf(payment.to));
  const signed = useQuery({
    queryKey: ["signedPayment", payment.signature],
    enabled: town.deployment !== null,
    queryFn: () => (town.deployment ? signedByPayer(town.deployment, payment) : null),
  });
  if (payment.signature.length === 132 && signed.data === false)
    return (
      <Notice tone="bad" action={away}>
        This payment is not signed by its payer, or something in the link was changed. Ask for a new one.
      </Notice>
    );
  const from = payer.data?.name ?? shortHex(payment.from);
  const to = payee.data?.name ?? shortHex(payment.to);
  return (
    <Notice
      tone="ink"
      live
      title={`${from} signed a payment to ${to}`}
      action={
        <>
          <Button
            tone="main"
            onClick={() =>
              act("cashPayment", {
                from: payment.from,
                to: payment.to,
                payer: payer.data ?? null,
                payee: payee.data ?? null,
                amount: payment.amount.toString(),
                memo: payment.memo,
                nonce: payment.nonce.toString(),
                deadline: payment.deadline.toString(),
                signature: payment.signature,
              })
            }
          >
            Look it over and send
          </Button>
          {away}
        </>
      }
    >
      <Money amount={payment.amount} /> would move, to nobody else. It works once, and only while {from} can
      spend that much.
    </Notice>
  );
}
