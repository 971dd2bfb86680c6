"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useState } from "react";
import { useSignTypedData } from "wagmi";
import { Button } from "@/components/ui/Button";
import { Copy } from "@/components/ui/Copy";
import { Notice } from "@/components/ui/Notice";
import { useMe } from "@/hooks/useMe";
import { useNow } from "@/hooks/useNow";
import { useTown } from "@/hooks/useTown";
import { shortHex } from "@/lib/format/hex";
import { type Move, moveTypedData, readMove, writeMove } from "@/lib/move";
import { useUi } from "@/lib/uiStore";
import { failureOf } from "@/transactions/failure";

/** The new wallet's side of a move, when the page was opened by its link. */
export function MoveQuestion() {
  const [text] = useQueryState("move", parseAsString);
  const now = useNow();
  if (text === null) return null;
  const move = readMove(text);
  if (move === null)
    return <Notice tone="bad">This link asks nothing that can be read. Copy the whole link again.</Notice>;
  if (move.deadline <= now)
    return <Notice tone="warn">This question has run out. Ask again where the account is now.</Notice>;
  return <Question move={move} />;
}

function Question({ move }: { move: Move }) {
  const { town, queries } = useTown();
  const me = useMe();
  const { openConnect, close } = useUi();
  const ready = me.status === "stranger" && me.address.toLowerCase() === move.newOwner.toLowerCase();
  // Coming in leaves the tray open for a stranger to join; here the question on the page comes next.
  useEffect(() => {
    if (ready) close();
  }, [ready, close]);
  const person = useQuery(queries.person(move.accountId));
  const sign = useSignTypedData();
  const [answer, setAnswer] = useState<string>();
  const whose = `${person.data?.name ?? "An account"} (number ${move.accountId})`;
  if (me.status === "nobody" || me.address.toLowerCase() !== move.newOwner.toLowerCase())
    return (
      <Notice
        tone="ink"
        live
        title={`${whose} wants to move to ${shortHex(move.newOwner)}`}
        action={
          <Button tone="main" onClick={openConnect}>
            Come in with the new wallet
          </Button>
        }
      >
        {me.status === "nobody"
          ? "Connect the wallet with that address to agree."
          : "You are connected with another address. Disconnect, then connect the wallet with that one."}
      </Notice>
    );
  if (me.status === "account")
    return (
      <Notice tone="warn" title="This address has an account already">
        An address holds one account. Ask again with an address that has none.
      </Notice>
    );
  const go = async () => {
    if (!town.deployment) return;
    const signature = await sign.mutateAsync(moveTypedData(town.deployment, move));
    setAnswer(writeMove({ ...move, signature }));
  };
  return (
    <Notice
      tone={answer ? "good" : "ink"}
      live
      title={answer ? "Paste this where the account is now" : `${whose} wants to move to this address`}
      action={
        answer ? undefined : (
          <Button tone="main" disabled={sign.isPending} onClick={() => void go().catch(() => undefined)}>
            {sign.isPending ? "Look into your wallet" : "Sign that you take it over"}
          </Button>
        )
      }
    >
      {answer ? (
        <span className="flex items-center gap-2">
          <span className="min-w-0 break-all font-mono text-xs">{answer}</span>{" "}
          <Copy text={answer} what="answer" />
        </span>
      ) : (
        "Sign only if this account is yours: its money and its debts come along. Nothing is sent by signing."
      )}
      {sign.error ? <span className="mt-2 block font-semibold">{failureOf(sign.error).sentence}</span> : null}
    </Notice>
  );
}
