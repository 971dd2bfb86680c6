import type { Metadata } from "next";
import { DocsScreen } from "@/components/docs/DocsScreen";

export const metadata: Metadata = { title: "Guide" };

export default function DocsPage() {
  return <DocsScreen />;
}
