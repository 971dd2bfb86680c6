"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/lib/cn";
import { bottomPlaces, isHere } from "./places";

/** The five places a thumb needs. */
export function BottomBar() {
  const path = usePathname();
  return (
    <nav
      aria-label="Quick"
      className="fixed inset-x-0 bottom-0 z-20 border-ink border-t-2 bg-paper pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto grid max-w-lg grid-cols-5">
        {bottomPlaces.map(({ href, label, icon: Icon }) => {
          const here = href === "/tasks/new" ? path === href : isHere(path, href);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={here ? "page" : undefined}
                className={cn(
                  "grid min-h-14 place-items-center content-center gap-0.5 font-display font-semibold text-xs",
                  here ? "text-poppy-text" : "text-text",
                )}
              >
                <Icon size={21} aria-hidden strokeWidth={here ? 2.6 : 2} />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
