"use client";

import { Check, CopyIcon } from "lucide-react";
import { useEffect, useState } from "react";

/** Copies a text, and says that it did. */
export function Copy({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      aria-label={copied ? `${what} copied` : `Copy ${what}`}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      className="inline-flex size-8 items-center justify-center rounded-s text-soft hover:bg-ink-wash hover:text-ink"
    >
      {copied ? <Check size={15} aria-hidden /> : <CopyIcon size={15} aria-hidden />}
    </button>
  );
}
