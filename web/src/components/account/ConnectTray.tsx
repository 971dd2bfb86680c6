"use client";

import { useEffect, useRef } from "react";
import { Tray } from "@/components/ui/Tray";
import { useMe } from "@/hooks/useMe";
import { useUi } from "@/lib/uiStore";
import { AccountPanel } from "./AccountPanel";
import { ConnectChoices } from "./ConnectChoices";

/** The door: how to come in, or who one is. Whoever came in and has an account goes straight on. */
export function ConnectTray() {
  const me = useMe();
  const close = useUi((ui) => ui.close);
  const cameIn = useRef(me.status === "nobody");
  useEffect(() => {
    if (me.status === "account" && cameIn.current) close();
    if (me.status === "nobody") cameIn.current = true;
  }, [me.status, close]);
  return (
    <Tray open onClose={close} title={me.status === "nobody" ? "Come in" : "Your account"}>
      {me.status === "nobody" ? <ConnectChoices /> : <AccountPanel me={me} />}
    </Tray>
  );
}
