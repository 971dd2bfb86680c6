"use client";

import { parseNote, parseSealedNote } from "@peercommons/sdk/content";
import { openNote } from "@peercommons/sdk/sealing";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useOpened } from "@/hooks/useOpened";
import { useTown } from "@/hooks/useTown";
import { isUnknown } from "@/lib/api";
import { readContent } from "@/lib/contents";

/** The note of a payment, below its line: public, or opened with my key. */
export function PaymentNote({ memo }: { memo: string }) {
  const { queries } = useTown();
  const client = useQueryClient();
  const stored = useQuery({
    queryKey: ["note", memo],
    queryFn: async () => tryNote((await readContent({ client, queries }, memo)).body),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const sealed = stored.data?.kind === "sealed" ? stored.data.note : null;
  const mine = useOpened({
    what: ["note", memo],
    may: sealed !== null,
    read: async (_, { privateKey }) => {
      if (sealed === null) throw new Error("There is no note to open.");
      return openNote({ sealed, privateKey }).text;
    },
  });
  if (stored.error) {
    const away = isUnknown(stored.error);
    return <Aside>{away ? "Its note has not arrived here." : stored.error.message}</Aside>;
  }
  if (stored.data?.kind === "open") return <Words>{stored.data.text}</Words>;
  if (stored.data?.kind === "other") return <Aside>It came with something that is not a note.</Aside>;
  if (mine.opened !== undefined) return <Words sealed>{mine.opened}</Words>;
  if (sealed === null) return null;
  return (
    <Aside>
      {mine.problem ?? "It came with a sealed note."}{" "}
      <button type="button" className="link" disabled={mine.opening} onClick={mine.open}>
        {mine.opening ? "Opening" : "Read it"}
      </button>
    </Aside>
  );
}

const Aside = ({ children }: { children: ReactNode }) => <p className="text-sm text-soft">{children}</p>;

const Words = ({ children, sealed }: { children: string; sealed?: boolean }) => (
  <p className="whitespace-pre-line break-words text-sm">
    “{children}”{sealed ? <span className="text-soft"> sealed</span> : null}
  </p>
);

type Found =
  | { kind: "open"; text: string }
  | { kind: "sealed"; note: ReturnType<typeof parseSealedNote> }
  | { kind: "other" };

function tryNote(body: Uint8Array): Found {
  try {
    return { kind: "open", text: parseNote(body).text };
  } catch {
    try {
      return { kind: "sealed", note: parseSealedNote(body) };
    } catch {
      return { kind: "other" };
    }
  }
}
