"use client";

import { Activity, Settings } from "lucide-react";
import Link from "next/link";
import { ThemeChoice } from "@/components/settings/ThemeChoice";
import { Tray } from "@/components/ui/Tray";
import { useUi } from "@/lib/uiStore";
import { mainPlaces, type Place } from "./places";

const all: Place[] = [
  ...mainPlaces,
  { href: "/activity", label: "Activity", icon: Activity },
  { href: "/settings", label: "Settings", icon: Settings },
];

export function MenuTray() {
  const close = useUi((ui) => ui.close);
  return (
    <Tray open onClose={close} title="Where to?">
      <ul className="mb-6 grid grid-cols-2 gap-2">
        {all.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              onClick={close}
              className="flex min-h-13 items-center gap-3 rounded-s border border-rule px-3 font-display font-semibold hover:border-ink"
            >
              <Icon size={19} aria-hidden className="text-ink" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <ThemeChoice />
    </Tray>
  );
}
