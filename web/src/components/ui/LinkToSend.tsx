"use client";

import type { ReactNode } from "react";
import { Copy } from "./Copy";
import { Notice } from "./Notice";

/** A link somebody else has to open: what it does, the link, a button that copies it. */
export function LinkToSend(props: { title: string; link: string; children?: ReactNode }) {
  return (
    <Notice tone="good" live title={props.title}>
      {props.children}
      <span className="mt-2 flex items-center gap-2">
        <span className="min-w-0 truncate font-mono text-xs">{props.link}</span>{" "}
        <Copy text={props.link} what="link" />
      </span>
    </Notice>
  );
}
