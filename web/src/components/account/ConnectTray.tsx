"use client";

import { Tray } from "@/components/ui/Tray";
import { useMe } from "@/hooks/useMe";
import { useUi } from "@/lib/uiStore";
import { AccountPanel } from "./AccountPanel";
import { ConnectChoices } from "./ConnectChoices";

/** The door: how to come in, or who one is. */
export function ConnectTray() {
  const me = useMe();
  const close = useUi((ui) => ui.close);
  return (
    <Tray open onClose={close} title={me.status === "nobody" ? "Come in" : "Your account"}>
      {me.status === "nobody" ? <ConnectChoices /> : <AccountPanel me={me} />}
    </Tray>
  );
}
