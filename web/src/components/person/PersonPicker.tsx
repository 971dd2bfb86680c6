"use client";

import type { AccountRef } from "@peercommons/sdk/schemas";
import { useInfiniteQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { AccountMark } from "@/components/marks/AccountMark";
import { inputLook } from "@/components/ui/Field";
import { useSettled } from "@/hooks/useSettled";
import { useTown } from "@/hooks/useTown";

type Wired = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean | undefined };

/** Finds an account by name, of one kind or any; the chosen one shows with face and name. */
export function PersonPicker({
  wired,
  kind,
  chosen,
  choose,
}: {
  wired: Wired;
  kind?: AccountRef["kind"];
  chosen: AccountRef | null;
  choose: (id: number | null) => void;
}) {
  const { queries } = useTown();
  const [text, setText] = useState("");
  const q = useSettled(text.trim());
  const found = useInfiniteQuery({
    ...queries.people({ q, kind, limit: "6" }),
    enabled: q !== "" && chosen === null,
  });
  if (chosen !== null) {
    return (
      <div className="flex min-h-11 items-center gap-2 rounded-s border border-ink bg-ink-wash pl-2">
        <AccountMark name={chosen.name} seed={chosen.address} kind={chosen.kind} size={28} />
        <span className="min-w-0 flex-1 truncate font-semibold">{chosen.name}</span>
        <button
          {...wired}
          type="button"
          aria-label={`Choose somebody other than ${chosen.name}`}
          onClick={() => choose(null)}
          className="inline-flex size-11 items-center justify-center"
        >
          <X size={17} aria-hidden />
        </button>
      </div>
    );
  }
  const people = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="grid gap-1">
      <input
        {...wired}
        type="search"
        autoComplete="off"
        placeholder="Name"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={inputLook}
      />
      {q !== "" ? (
        <ul aria-label="People found" className="sheet">
          {people.map(({ account }) => (
            <li key={account.accountId}>
              <button
                type="button"
                onClick={() => {
                  setText("");
                  choose(account.accountId);
                }}
                className="flex min-h-11 w-full items-center gap-2 px-2 text-left hover:bg-ink-wash"
              >
                <AccountMark name={account.name} seed={account.address} kind={account.kind} size={26} />
                {account.name}
              </button>
            </li>
          ))}
          {found.isSuccess && people.length === 0 ? (
            <li className="px-3 py-2 text-sm text-soft">Nobody here is called that.</li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
