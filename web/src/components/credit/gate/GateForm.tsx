"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useState } from "react";
import type { Address } from "viem";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { useAct } from "@/hooks/useAct";
import { usePermit } from "@/hooks/usePermit";
import { checkBringIn, checkTakeOut, type GateLine } from "@/lib/forms/gate";

/** One amount, in or out. */
export function GateForm(props: { account: AccountView; line: GateLine; balance: bigint | null }) {
  const { account, line, balance } = props;
  const act = useAct();
  const permit = usePermit();
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const base = { accountId: account.accountId, token: line.token, symbol: line.symbol };
  const bringIn = async () => {
    const check = checkBringIn({ text, line });
    if (!check.ok) return setError(check.sentence);
    const asked = await permit.ask(line.token as Address, account.address as Address, check.units);
    if (!asked.ok) return setError(asked.sentence);
    act("bringIn", {
      ...base,
      units: check.units.toString(),
      amount: check.amount.toString(),
      permit: asked.permit,
      formId: crypto.randomUUID(),
    });
  };
  const takeOut = () => {
    const check = checkTakeOut({ text, line, balance });
    if (!check.ok) return setError(check.sentence);
    act("takeOut", {
      ...base,
      amount: check.amount.toString(),
      to: account.address,
      formId: crypto.randomUUID(),
    });
  };
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void bringIn();
      }}
    >
      <Field label={`How much, in PEER or ${line.symbol}`} error={error}>
        {(wired) => (
          <input
            {...wired}
            inputMode="decimal"
            value={text}
            maxLength={40}
            onChange={(event) => {
              setText(event.target.value);
              setError(undefined);
            }}
            className={`${inputLook} figures font-display font-semibold`}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="ink" disabled={!line.listed || permit.waiting}>
          {permit.waiting ? "Look into your wallet" : "Bring in"}
        </Button>
        <Button disabled={line.net === "0"} onClick={takeOut}>
          Take out
        </Button>
      </div>
      {line.listed ? null : (
        <p className="text-sm text-soft">{line.symbol} can't come in any more; what is in may leave.</p>
      )}
    </form>
  );
}
