"use client";

import Link from "next/link";
import { useConnection, useDisconnect } from "wagmi";
import { AccountMark } from "@/components/marks/AccountMark";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Copy } from "@/components/ui/Copy";
import { Notice } from "@/components/ui/Notice";
import type { Me } from "@/hooks/useMe";
import { shortHex } from "@/lib/format/hex";
import { useUi } from "@/lib/uiStore";
import { throwAwayId } from "@/lib/wallet/throwAway";
import { JoinCard } from "./JoinCard";

/** Who one is here, and the way out. */
export function AccountPanel({ me }: { me: Exclude<Me, { status: "nobody" }> }) {
  const { connector } = useConnection();
  const disconnect = useDisconnect();
  const close = useUi((ui) => ui.close);
  const account = me.status === "account" ? me.account : null;
  return (
    <div className="grid gap-5">
      <div className="flex items-center gap-3">
        <AccountMark
          name={account?.name ?? "?"}
          seed={me.address}
          kind={account?.kind ?? "Member"}
          size={52}
        />
        <div>
          <p className="font-bold font-display text-lg leading-tight">
            {account?.name ?? "Not a member yet"}
          </p>
          <p className="flex items-center gap-1 font-mono text-sm text-soft">
            {shortHex(me.address)} <Copy text={me.address} what="address" />
          </p>
          <p className="text-sm text-soft">by {connector?.name ?? "wallet"}</p>
        </div>
      </div>
      {me.status === "stranger" ? <JoinCard /> : null}
      {account && !account.seat.live && account.kind === "Member" ? (
        <Notice tone="warn" title="You have no live seat">
          Without one you cannot claim tasks or receive basic income. Renew it in{" "}
          <Link href="/settings" className="link" onClick={close}>
            settings
          </Link>
          .
        </Notice>
      ) : null}
      {account ? (
        <div className="grid grid-cols-2 gap-2">
          <ButtonLink href={`/people/${account.accountId}`} onClick={close}>
            How others see you
          </ButtonLink>
          <ButtonLink href="/settings" onClick={close}>
            Settings
          </ButtonLink>
          <ButtonLink href="/credit" onClick={close}>
            Credit
          </ButtonLink>
          <ButtonLink href="/activity" onClick={close}>
            Activity
          </ButtonLink>
        </div>
      ) : null}
      {connector?.id === throwAwayId ? (
        <Notice tone="ink">
          This is a throw-away account. Its key lies in this browser only; copy it out in settings before you
          clear your data.
        </Notice>
      ) : null}
      <Button tone="quiet" onClick={() => disconnect.mutate({}, { onSuccess: close })}>
        Disconnect
      </Button>
    </div>
  );
}
