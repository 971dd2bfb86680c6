"use client";

import { payTypedData } from "@peercommons/sdk";
import type { AccountRef, AccountView } from "@peercommons/sdk/schemas";
import { useState } from "react";
import { type Address, zeroHash } from "viem";
import { useSignTypedData } from "wagmi";
import { Button } from "@/components/ui/Button";
import { LinkToSend } from "@/components/ui/LinkToSend";
import { Notice } from "@/components/ui/Notice";
import { useNow } from "@/hooks/useNow";
import { useTown } from "@/hooks/useTown";
import { freshNonce, writePayment } from "@/lib/paymentLinks";
import { failureOf } from "@/transactions/failure";

const WEEK = 604_800;

/** Signs the payment instead of sending it: a link that works once, for its payee alone, like a cheque. */
export function SignPayment(props: { account: AccountView; to: AccountRef; amount: bigint }) {
  const { town } = useTown();
  const now = useNow();
  const sign = useSignTypedData();
  const [link, setLink] = useState<string>();
  const go = async () => {
    if (!town.deployment) return;
    const message = {
      from: props.account.address as Address,
      to: props.to.address as Address,
      amount: props.amount,
      memo: zeroHash,
      nonce: freshNonce(),
      deadline: BigInt(now + WEEK),
    };
    const signature = await sign.mutateAsync(payTypedData(town.deployment, message));
    setLink(`${window.location.origin}/credit?cash=${writePayment({ ...message, signature })}`);
  };
  return (
    <div className="grid justify-items-start gap-3">
      <Button size="small" disabled={sign.isPending} onClick={() => void go().catch(() => undefined)}>
        {sign.isPending ? "Look into your wallet" : "Sign it as a link instead"}
      </Button>
      {sign.error ? (
        <Notice tone="bad" live>
          {failureOf(sign.error).sentence}
        </Notice>
      ) : null}
      {link ? (
        <LinkToSend title={`Send this to ${props.to.name}`} link={link}>
          Good for a week and once. It cannot be taken back; it fails if you can't spend as much by then.
        </LinkToSend>
      ) : null}
    </div>
  );
}
