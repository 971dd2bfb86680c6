"use client";

import { Menu as MenuIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { TownMark } from "@/components/marks/TownMark";
import { ButtonLink } from "@/components/ui/Button";
import { cn } from "@/lib/cn";
import { useUi } from "@/lib/uiStore";
import { AccountButton } from "./AccountButton";
import { isHere, mainPlaces } from "./places";

/** The head of the paper: name, where one is, who one is. */
export function Masthead() {
  const path = usePathname();
  const openMenu = useUi((ui) => ui.openMenu);
  return (
    <header className="border-ink border-b-2 bg-paper">
      <div className="mx-auto flex max-w-6xl items-center gap-3 px-4 pt-3 pb-2 sm:px-6">
        <Link href="/" aria-label="PeerCommons, home" className="mr-auto flex items-center gap-2.5">
          <TownMark size={28} />
          <span className="hidden font-display font-extrabold text-xl tracking-tight min-[26rem]:inline">
            PeerCommons
          </span>
        </Link>
        <ButtonLink href="/tasks/new" tone="main" className="hidden lg:inline-flex">
          Post a task
        </ButtonLink>
        <AccountButton />
        <button
          type="button"
          aria-label="Menu"
          onClick={openMenu}
          className="inline-flex size-11 items-center justify-center rounded-s text-ink hover:bg-ink-wash lg:hidden"
        >
          <MenuIcon aria-hidden />
        </button>
      </div>
      <nav aria-label="Main" className="mx-auto hidden max-w-6xl px-6 lg:block">
        <ul className="flex gap-x-6">
          {mainPlaces.map(({ href, label }) => {
            const here = isHere(path, href);
            return (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={here ? "page" : undefined}
                  className={cn(
                    "block border-transparent border-b-4 py-2 font-display font-semibold hover:border-rule",
                    here && "border-poppy text-ink hover:border-poppy",
                  )}
                >
                  {label}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
    </header>
  );
}
