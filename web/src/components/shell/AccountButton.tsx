"use client";

import { AccountMark } from "@/components/marks/AccountMark";
import { Button } from "@/components/ui/Button";
import { useMe } from "@/hooks/useMe";
import { shortHex } from "@/lib/format/hex";
import { useUi } from "@/lib/uiStore";

/** Who one is, at the right of the masthead. Opens the account tray. */
export function AccountButton() {
  const me = useMe();
  const open = useUi((ui) => ui.openConnect);
  if (me.status === "nobody") {
    return (
      <Button tone="ink" onClick={open}>
        Come in
      </Button>
    );
  }
  const name = me.status === "account" ? me.account.name : shortHex(me.address);
  return (
    <button
      type="button"
      onClick={open}
      className="flex min-h-11 items-center gap-2 rounded-s px-2 hover:bg-ink-wash"
    >
      <span className="sr-only">Your account:</span>
      <AccountMark
        name={name}
        seed={me.address}
        kind={me.status === "account" ? me.account.kind : "Member"}
        size={30}
      />
      <span className="max-w-28 truncate font-display font-semibold sm:max-w-44">{name}</span>
    </button>
  );
}
