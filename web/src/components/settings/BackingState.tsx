"use client";

import type { AccountRef, Person } from "@peercommons/sdk/schemas";
import { PersonLink } from "@/components/account/PersonLink";
import { Button } from "@/components/ui/Button";

export const backingWords = {
  Member: {
    counts: "You stand behind it, and it names you. Its tasks raise levels by your budget.",
    waits: "You stand behind it. It counts once the organisation names you too, in its own settings.",
    asked: "names you as its backer. It counts once you say so too.",
    answer: "Stand behind it",
  },
  Organisation: {
    counts: "stands behind you, and you name them. Your tasks raise levels by their budget.",
    waits: "You name them. It counts once they say in their settings that they stand behind you.",
    asked: "says they stand behind you. It counts once you name them.",
    answer: "Name as backer",
  },
} as const;

/** How far a backing has come: both sides said it, this side waits for the other, or the other waits for this one. */
export function BackingState(p: {
  kind: keyof typeof backingWords;
  backing: Person["backing"];
  name: (other: AccountRef | null) => void;
}) {
  const words = backingWords[p.kind];
  const { names, namedBy, counts } = p.backing;
  const asking = namedBy.filter((each) => each.accountId !== names?.accountId);
  if (names === null && asking.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {names === null ? null : (
        <Row
          account={names}
          tone={counts ? "border-leaf" : "border-poppy"}
          sentence={counts ? words.counts : words.waits}
          button={counts ? "Stop" : "Take it back"}
          press={() => p.name(null)}
        />
      )}
      {asking.map((each) => (
        <Row
          key={each.accountId}
          account={each}
          tone="border-ink"
          sentence={words.asked}
          button={words.answer}
          press={() => p.name(each)}
        />
      ))}
    </ul>
  );
}

function Row(p: { account: AccountRef; tone: string; sentence: string; button: string; press: () => void }) {
  return (
    <li className={`flex flex-wrap items-center gap-x-4 gap-y-2 border-l-4 bg-sheet px-4 py-3 ${p.tone}`}>
      <span className="min-w-0 flex-1 basis-64 text-sm">
        <PersonLink account={p.account} size={26} /> {p.sentence}
      </span>
      <Button size="small" onClick={p.press} aria-label={`${p.button}: ${p.account.name}`}>
        {p.button}
      </Button>
    </li>
  );
}
