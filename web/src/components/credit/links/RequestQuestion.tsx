"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { useAct } from "@/hooks/useAct";
import { useNow } from "@/hooks/useNow";
import { usePersonRef } from "@/hooks/usePersonRef";
import { useTown } from "@/hooks/useTown";
import { checkPay } from "@/lib/forms/pay";
import { type RequestLink, readRequest, signedByPayee } from "@/lib/paymentLinks";

type Funds = { available: bigint | null; balance: bigint | null };

/** The payer's side of a payment request, when the page was opened by its link. */
export function RequestQuestion({ account, funds }: { account: AccountView; funds: Funds }) {
  const [text, setText] = useQueryState("request", parseAsString);
  const now = useNow();
  if (text === null) return null;
  const link = readRequest(text);
  const away = (
    <Button size="small" onClick={() => void setText(null)}>
      Put it away
    </Button>
  );
  if (link === null)
    return (
      <Notice tone="bad" action={away}>
        This link asks for no payment that can be read; a part of it is probably missing. Ask for the whole
        link.
      </Notice>
    );
  if (link.request.expiresAt <= BigInt(now))
    return (
      <Notice tone="warn" action={away}>
        This request was good for a week, and the week is over. Ask for a new one.
      </Notice>
    );
  if (link.request.payeeId === account.accountId)
    return <Notice action={away}>This is your own request. Send its link to whoever is to pay you.</Notice>;
  return <Question key={text} account={account} funds={funds} link={link} word={text} away={away} />;
}

function Question(props: {
  account: AccountView;
  funds: Funds;
  link: RequestLink;
  word: string;
  away: ReactNode;
}) {
  const { account, funds, link, away } = props;
  const { request, note } = link;
  const { town } = useTown();
  const act = useAct();
  const payee = usePersonRef(request.payeeId);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const signed = useQuery({
    queryKey: ["request", link.signature, payee?.address],
    enabled: payee !== null && town.deployment !== null && link.signature !== null,
    queryFn: async () =>
      payee !== null && town.deployment !== null ? signedByPayee(town.deployment, payee.address, link) : null,
  });
  if (payee === null) return <Notice live>Looking who asks for this payment.</Notice>;
  if (link.signature?.length === 132 && signed.data === false)
    return (
      <Notice tone="bad" action={away}>
        {payee.name} did not sign this request, or something in the link was changed. Ask for a new one.
      </Notice>
    );
  const open = request.amount === 0n;
  const pay = () => {
    const check = open
      ? checkPay({ toId: payee.accountId, myId: account.accountId, text: typed, note, ...funds })
      : checkExact(request.amount, funds);
    if (!check.ok) return setProblem(check.sentence);
    act("payMember", {
      formId: `request:${props.word.slice(-64)}`,
      payerId: account.accountId,
      to: payee,
      amount: check.amount.toString(),
      onCredit: check.onCredit.toString(),
      // The note stays in the link; its hash goes along.
      note:
        note === ""
          ? null
          : { content: { contentId: request.memo, salt: link.salt, put: null }, words: note },
    });
  };
  return (
    <Notice
      tone="ink"
      live
      title={`${payee.name} asks to be paid`}
      action={
        <>
          <Button tone="main" onClick={pay}>
            Look it over and pay
          </Button>
          {away}
        </>
      }
    >
      {open ? (
        <Field label="Amount you pay in PEER" error={problem}>
          {(wired) => (
            <input
              {...wired}
              inputMode="decimal"
              value={typed}
              maxLength={40}
              onChange={(event) => {
                setTyped(event.target.value);
                setProblem(undefined);
              }}
              className={inputLook}
            />
          )}
        </Field>
      ) : (
        <p>
          <Money amount={request.amount} />
          {problem ? <span className="block font-semibold text-alarm">{problem}</span> : null}
        </p>
      )}
      {note === "" ? null : <p>For: {note}</p>}
      <p className="text-soft">
        {signed.data === true
          ? `Signed by ${payee.name}.`
          : "Not signed: anybody may have written this request. The money would go to the account named here."}
      </p>
    </Notice>
  );
}

/** A fixed amount against what can be spent; exact, since it is never typed. */
function checkExact(amount: bigint, funds: Funds) {
  if (funds.available !== null && amount > funds.available)
    return { ok: false as const, sentence: "That is more than you can spend just now. Earn some first." };
  const own = funds.balance === null || funds.balance < 0n ? 0n : funds.balance;
  return { ok: true as const, amount, onCredit: amount > own ? amount - own : 0n };
}
