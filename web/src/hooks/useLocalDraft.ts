"use client";

import { useEffect, useState } from "react";

/** A text that stays on this device until it is used. */
export function useLocalDraft(name: string): [string, (text: string) => void] {
  const slot = `peercommons.draft.${name}`;
  const [text, setText] = useState("");
  useEffect(() => setText(localStorage.getItem(slot) ?? ""), [slot]);
  const keep = (next: string): void => {
    setText(next);
    if (next === "") localStorage.removeItem(slot);
    else localStorage.setItem(slot, next);
  };
  return [text, keep];
}
