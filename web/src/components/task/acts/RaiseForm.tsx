"use client";

import type { TaskDetail } from "@peercommons/sdk/schemas";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { useAct } from "@/hooks/useAct";
import { inputPeer } from "@/lib/format/money";
import { readAmount } from "@/lib/forms/amount";
import { taskPartOf } from "@/lib/taskPart";

/** A higher price, typed. */
export function RaiseForm({ task }: { task: TaskDetail }) {
  const act = useAct();
  const present = BigInt(task.price);
  const [text, setText] = useState(inputPeer(present + present / 4n));
  const [error, setError] = useState<string>();
  const go = () => {
    const price = readAmount(text);
    if (!price.ok) return setError(price.sentence);
    if (price.amount <= present)
      return setError(`The new price has to be above the present ${inputPeer(present)} PEER.`);
    act("raiseTask", { task: taskPartOf(task), price: price.amount.toString() });
  };
  return (
    <div className="grid gap-4">
      <Field
        label="New price in PEER"
        hint="The levels it is offered to stay as they are; a higher price makes it likelier that somebody there takes it."
        error={error}
      >
        {(wired) => (
          <input
            {...wired}
            inputMode="decimal"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setError(undefined);
            }}
            className={`${inputLook} max-w-48 figures`}
          />
        )}
      </Field>
      <Button tone="main" className="justify-self-start" onClick={go}>
        Look it over and raise
      </Button>
    </div>
  );
}
