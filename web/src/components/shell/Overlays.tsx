"use client";

import dynamic from "next/dynamic";
import { useUi } from "@/lib/uiStore";
import { OfflineShell } from "./OfflineShell";

const MenuTray = dynamic(() => import("./MenuTray").then((module) => module.MenuTray), { ssr: false });
const ConnectTray = dynamic(
  () => import("@/components/account/ConnectTray").then((module) => module.ConnectTray),
  { ssr: false },
);
const TransactionTray = dynamic(
  () => import("@/components/transaction/TransactionTray").then((module) => module.TransactionTray),
  { ssr: false },
);
const Resumer = dynamic(() => import("@/components/transaction/Resumer").then((module) => module.Resumer), {
  ssr: false,
});
const DetailsKeeper = dynamic(() => import("./DetailsKeeper").then((module) => module.DetailsKeeper), {
  ssr: false,
});

/** What lies above the page; loaded when first needed. */
export function Overlays() {
  const kind = useUi((ui) => ui.overlay.kind);
  return (
    <>
      {kind === "menu" ? <MenuTray /> : null}
      {kind === "connect" ? <ConnectTray /> : null}
      {kind === "tray" ? <TransactionTray /> : null}
      <Resumer />
      <DetailsKeeper />
      <OfflineShell />
    </>
  );
}
