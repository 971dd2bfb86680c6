"use client";

import { useEffect, useState } from "react";
import { type Preview, previewOf } from "@/lib/preview";

/** A picture or a text, shown without running anything of it; of all else only the word that it can be saved. */
export function FilePreview({ name, bytes }: { name: string; bytes: Uint8Array }) {
  const preview = previewOf(bytes);
  switch (preview.kind) {
    case "image":
      return <Picture name={name} bytes={bytes} preview={preview} />;
    case "text":
      return (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it
          tabIndex={0}
          className="mt-2 max-h-96 overflow-auto whitespace-pre-wrap break-words rounded-s bg-sunk p-3 font-mono text-sm"
        >
          {preview.text}
        </pre>
      );
    case "none":
      return (
        <p className="mt-2 text-sm text-soft">It is neither a picture nor a text. Save it to look at it.</p>
      );
  }
}

function Picture(p: { name: string; bytes: Uint8Array; preview: Extract<Preview, { kind: "image" }> }) {
  const [url, setUrl] = useState<string>();
  const [broken, setBroken] = useState(false);
  const { bytes } = p;
  const { type } = p.preview;
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  if (broken) return <p className="mt-2 text-sm text-soft">It says it is a picture, and is a broken one.</p>;
  if (!url) return null;
  return (
    // biome-ignore lint/performance/noImgElement: the picture exists in this browser only
    <img
      src={url}
      alt={`What ${p.name} shows`}
      onError={() => setBroken(true)}
      className="mt-2 max-h-96 max-w-full border border-rule"
    />
  );
}
