"use client";

import { safeFileName } from "@peercommons/sdk/content";
import type { AttachedFile } from "@peercommons/sdk/sealing";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useFile } from "@/hooks/useFile";
import { fileSize } from "@/lib/format/size";
import { mayRun } from "@/lib/preview";
import { FilePreview } from "./FilePreview";

/** The files that came with a text: what each is called, how large it is and what it says it is. Nothing is fetched before it is asked for. */
export function FileList({ files }: { files: readonly AttachedFile[] }) {
  return (
    <ul aria-label="Files" className="grid max-w-prose gap-2">
      {files.map((file) => (
        <li key={file.contentIds[0]} className="rounded-s border border-rule bg-paper px-3 py-2">
          <FileRow file={file} />
        </li>
      ))}
    </ul>
  );
}

function FileRow({ file }: { file: AttachedFile }) {
  const { bytes, load, loading, problem } = useFile(file);
  const [shown, setShown] = useState(false);
  const name = safeFileName(file.name);
  const look = () => {
    setShown(!shown);
    if (!bytes) void load().catch(() => undefined);
  };
  const keep = () =>
    void (bytes ? Promise.resolve(bytes) : load()).then((found) => save(name, found)).catch(() => undefined);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1 basis-48">
          <span className="block break-words font-semibold">{name}</span>
          <span className="figures text-sm text-soft">
            {fileSize(file.bytes)} · {file.mediaType}
          </span>
        </span>
        <span className="flex gap-2">
          <Button
            size="small"
            aria-expanded={shown}
            disabled={loading}
            onClick={look}
            aria-label={`Look at ${name}`}
          >
            {loading ? "Fetching" : shown ? "Close" : "Look"}
          </Button>
          <Button size="small" disabled={loading} onClick={keep} aria-label={`Save ${name}`}>
            Save
          </Button>
        </span>
      </div>
      {mayRun(name) ? (
        <p className="mt-1 text-sm">
          This kind of file can run on your computer once it is saved. Open it only if you trust who sent it.
        </p>
      ) : null}
      {problem ? (
        <Notice tone="bad" live className="mt-2">
          {problem}
        </Notice>
      ) : null}
      {shown && bytes ? <FilePreview name={name} bytes={bytes} /> : null}
    </>
  );
}

/** Saved as plain bytes, whatever it claims to be: no browser opens that by itself. */
function save(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
