"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useState } from "react";
import type { Address } from "viem";
import { Button } from "@/components/ui/Button";
import { Copy } from "@/components/ui/Copy";
import { Field, inputLook } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Section } from "@/components/ui/Page";
import { useAct } from "@/hooks/useAct";
import { useNow } from "@/hooks/useNow";
import { useTown } from "@/hooks/useTown";
import { checkNewOwner, type Move, readAnswer, signedByNewOwner, writeMove } from "@/lib/move";

const DAY = 86_400;

/** Moves the account to another key: the new wallet signs that it takes it over, then this one sends it. */
export function MoveSection({ account }: { account: AccountView }) {
  const now = useNow();
  const [address, setAddress] = useState("");
  const [error, setError] = useState<string>();
  const [asked, setAsked] = useState<Move | null>(null);
  const ask = () => {
    const newOwner = address.trim();
    const found = checkNewOwner(newOwner, account.address);
    setError(found);
    if (found === undefined)
      setAsked({ accountId: account.accountId, newOwner: newOwner as Address, deadline: now + DAY });
  };
  return (
    <Section
      title="Move to another key"
      note="For a new wallet, or out of a throw-away account. Your number, name, levels, money and open tasks move along."
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <Field label="The new address" hint="It must not have an account here yet." error={error}>
          {(wired) => (
            <input
              {...wired}
              value={address}
              autoComplete="off"
              spellCheck={false}
              placeholder="0x"
              onChange={(event) => {
                setAddress(event.target.value);
                setError(undefined);
                setAsked(null);
              }}
              className={`${inputLook} font-mono text-sm`}
            />
          )}
        </Field>
        {asked === null ? (
          <Button type="submit" className="justify-self-start">
            Ask the new wallet
          </Button>
        ) : null}
      </form>
      {asked ? <Answer account={account} asked={asked} /> : null}
    </Section>
  );
}

function Answer({ account, asked }: { account: AccountView; asked: Move }) {
  const { town } = useTown();
  const now = useNow();
  const act = useAct();
  const [word, setWord] = useState("");
  const [error, setError] = useState<string>();
  const link = `${window.location.origin}/settings?move=${writeMove(asked)}`;
  const go = async () => {
    if (!town.deployment) return;
    const read = readAnswer(word, { ...asked, now });
    if (!read.ok) return setError(read.sentence);
    const { move } = read;
    // A contract wallet's answer is no signature of a key: the trial before sending asks the chain.
    if (move.signature.length === 132 && !(await signedByNewOwner(town.deployment, move)))
      return setError(
        "The new address did not sign this in this town. Let it sign again, with the link above.",
      );
    act("rotateAccount", { ...move, from: account.address });
  };
  return (
    <div className="mt-5 grid gap-4">
      <Notice title="Open this link with the new wallet" live>
        In this browser or in another one. It asks the new wallet to sign, and shows a word to paste below.
        <span className="mt-2 flex items-center gap-2">
          <span className="min-w-0 break-all font-mono text-xs">{link}</span> <Copy text={link} what="link" />
        </span>
      </Notice>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <Field label="The new wallet's answer" error={error}>
          {(wired) => (
            <textarea
              {...wired}
              rows={3}
              spellCheck={false}
              value={word}
              onChange={(event) => {
                setWord(event.target.value);
                setError(undefined);
              }}
              className={`${inputLook} break-all font-mono text-xs`}
            />
          )}
        </Field>
        <Button type="submit" tone="main" className="justify-self-start">
          Look it over and move
        </Button>
      </form>
    </div>
  );
}
