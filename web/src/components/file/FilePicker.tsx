"use client";

import type { AttachedFile } from "@peercommons/sdk/sealing";
import { X } from "lucide-react";
import { Field, inputLook } from "@/components/ui/Field";
import { useUploads } from "@/hooks/useUploads";
import { fileSize } from "@/lib/format/size";
import { filesHint } from "@/lib/forms/files";

/** Attaching files: they are sealed and stored as they are chosen, so that what is posted only names them. */
export function FilePicker(p: { files: AttachedFile[]; change: (files: AttachedFile[]) => void }) {
  const { add, remove, uploading, problem } = useUploads(p.files, p.change);
  return (
    <div className="grid gap-2">
      <Field label="Files" hint={filesHint} error={problem}>
        {(wired) => (
          <input
            {...wired}
            type="file"
            multiple
            disabled={uploading}
            onChange={(event) => {
              add(event.target.files);
              event.target.value = "";
            }}
            className={`${inputLook} file:mr-4 file:cursor-pointer file:rounded-s file:border file:border-edge file:px-3 file:py-1 file:font-display file:font-semibold file:text-ink`}
          />
        )}
      </Field>
      <p role="status" className={uploading ? "text-sm" : "sr-only"}>
        {uploading ? "Encrypting and storing" : ""}
      </p>
      {p.files.length > 0 ? (
        <ul aria-label="Attached" className="grid gap-1">
          {p.files.map((file) => (
            <li key={file.contentIds[0]} className="flex items-center gap-3 border-rule border-b">
              <span className="min-w-0 flex-1 break-words">
                {file.name} <span className="figures text-sm text-soft">{fileSize(file.bytes)}</span>
              </span>
              <button
                type="button"
                aria-label={`Take ${file.name} away`}
                onClick={() => remove(file)}
                className="inline-flex size-11 shrink-0 items-center justify-center rounded-s text-soft hover:bg-ink-wash"
              >
                <X size={18} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
