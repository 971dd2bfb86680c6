"use client";

import Link from "next/link";
import { useLive } from "@/lib/liveStore";

const links = [
  ["/docs", "Guide"],
  ["/activity", "Activity"],
  ["/status", "Status"],
  ["/settings", "Settings"],
] as const;

export function Footer() {
  const { connected, indexedBlock } = useLive();
  return (
    <footer className="halftone mt-8 border-rule border-t">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-6 text-sm sm:px-6">
        <p className="mr-auto max-w-prose text-soft">
          No fees, no owner. Money here is credit between people; all balances sum to zero.
        </p>
        <ul className="flex flex-wrap gap-x-5">
          {links.map(([href, label]) => (
            <li key={href}>
              <Link href={href} className="link inline-block py-2">
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <Link href="/status" className="figures inline-flex items-center gap-2 py-2 text-soft">
          <span aria-hidden className={`size-2.5 rounded-full ${connected ? "bg-leaf" : "bg-alarm"}`} />
          {connected ? `Block ${indexedBlock ?? "…"}` : "Not live"}
        </Link>
      </div>
    </footer>
  );
}
