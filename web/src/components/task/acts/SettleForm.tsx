"use client";

import { settlementTypedData } from "@peercommons/sdk";
import type { TaskDetail } from "@peercommons/sdk/schemas";
import { useState } from "react";
import { useSignTypedData } from "wagmi";
import { Button } from "@/components/ui/Button";
import { Copy } from "@/components/ui/Copy";
import { Field } from "@/components/ui/Field";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { useNow } from "@/hooks/useNow";
import { useTown } from "@/hooks/useTown";
import { writeOffer } from "@/lib/settlement";
import { failureOf } from "@/transactions/failure";
import { shareOf } from "@/transactions/settleTask";

const WEEK = 604_800;

/** Signs an offer for a split; the other side opens the link and signs too. Nothing happens before both have. */
export function SettleForm({ task }: { task: TaskDetail }) {
  const { town } = useTown();
  const now = useNow();
  const sign = useSignTypedData();
  const [share, setShare] = useState(50);
  const [link, setLink] = useState<string>();
  const price = BigInt(task.price);
  const worker = shareOf(price, share * 100);
  const go = async () => {
    if (!town.deployment || !task.worker) return;
    const offer = { shareBps: share * 100, deadline: now + WEEK };
    const message = {
      taskId: BigInt(task.taskId),
      workerId: task.worker.accountId,
      shareBps: offer.shareBps,
      deadline: BigInt(offer.deadline),
    };
    const signature = await sign.mutateAsync(settlementTypedData(town.deployment, message));
    setLink(`${window.location.origin}/tasks/${task.taskId}?settle=${writeOffer({ ...offer, signature })}`);
  };
  return (
    <div className="grid gap-4">
      <Field
        label="The worker's part"
        hint="You sign an offer, good for a week; the other side gets a link, looks it over and signs too. Until then nothing changes."
      >
        {(wired) => (
          <input
            {...wired}
            type="range"
            min={0}
            max={100}
            step={5}
            value={share}
            aria-valuetext={`${share} percent`}
            onChange={(event) => {
              setShare(Number(event.target.value));
              setLink(undefined);
            }}
            className="h-11 w-full accent-ink"
          />
        )}
      </Field>
      <p className="figures">
        {share} %: <Money amount={worker} /> to the worker, <Money amount={price - worker} /> back to the
        poster
      </p>
      <Button
        tone="main"
        className="justify-self-start"
        disabled={sign.isPending}
        onClick={() => void go().catch(() => undefined)}
      >
        {sign.isPending ? "Look into your wallet" : "Sign the offer"}
      </Button>
      {sign.error ? (
        <Notice tone="bad" live>
          {failureOf(sign.error).sentence}
        </Notice>
      ) : null}
      {link ? (
        <Notice tone="good" live title="Send this link to the other side">
          <span className="flex items-center gap-2">
            <span className="truncate font-mono text-xs">{link}</span> <Copy text={link} what="link" />
          </span>
        </Notice>
      ) : null}
    </div>
  );
}
