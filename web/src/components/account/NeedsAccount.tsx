"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { useMe } from "@/hooks/useMe";
import { useUi } from "@/lib/uiStore";
import { JoinCard } from "./JoinCard";

/** Pages that are about oneself: the account when there is one, otherwise the way to it. */
export function NeedsAccount({
  what,
  children,
}: {
  what: string;
  children: (account: AccountView) => ReactNode;
}) {
  const me = useMe();
  const open = useUi((ui) => ui.openConnect);
  if (me.status === "account") return children(me.account);
  if (me.status === "looking") {
    if (me.problem === null) return <SkeletonRows rows={3} />;
    return (
      <Notice tone="bad" live title="Your account could not be looked up">
        {me.problem}
      </Notice>
    );
  }
  if (me.status === "stranger") return <JoinCard />;
  return (
    <Notice
      title={what}
      action={
        <Button tone="main" onClick={open}>
          Come in
        </Button>
      }
    >
      With a wallet, or with a throw-away account made in one click.
    </Notice>
  );
}
