"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "./Skeleton";

/** Markdown, loaded when there is some to show. */
export const Markdown = dynamic(() => import("./MarkdownText").then((module) => module.MarkdownText), {
  loading: () => <Skeleton className="h-24 max-w-prose" />,
});
