"use client";

import { useEffect, useState } from "react";

/** A value once it has stopped changing for a moment: what a question is asked about while somebody types. */
export function useSettled<T>(value: T, pause = 350): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
