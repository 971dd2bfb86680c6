"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { fromBase64 } from "@/lib/bytes";

/** A file out of an envelope, saved as plain bytes whatever it claims to be: it is never shown or run here. */
export function FileLink({ file }: { file: { name: string; base64: string } }) {
  const save = () => {
    const url = URL.createObjectURL(
      new Blob([fromBase64(file.base64)], { type: "application/octet-stream" }),
    );
    const link = document.createElement("a");
    link.href = url;
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button size="small" onClick={save}>
      <Download size={16} aria-hidden /> {file.name}
    </Button>
  );
}
