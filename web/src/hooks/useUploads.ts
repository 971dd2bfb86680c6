"use client";

import type { AttachedFile } from "@peercommons/sdk/sealing";
import { useMutation } from "@tanstack/react-query";
import { checkFiles, uploadFile } from "@/lib/forms/files";
import { failureOf } from "@/transactions/failure";
import { useTown } from "./useTown";

/** Files on their way to the content store, sealed in this browser first. `add` appends those that arrived. */
export function useUploads(files: readonly AttachedFile[], change: (files: AttachedFile[]) => void) {
  const { town } = useTown();
  const upload = useMutation({
    mutationFn: async (picked: readonly File[]) => {
      checkFiles(picked, files.length);
      let all = [...files];
      for (const each of picked) {
        all = [...all, await uploadFile(town.indexerUrl, each)];
        change(all);
      }
    },
  });
  return {
    add: (list: FileList | null) => upload.mutate(Array.from(list ?? [])),
    remove: (file: AttachedFile) => {
      upload.reset();
      change(files.filter((each) => each !== file));
    },
    uploading: upload.isPending,
    problem: upload.error ? failureOf(upload.error).sentence : undefined,
  };
}
