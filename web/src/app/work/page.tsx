import type { Metadata } from "next";
import { WorkScreen } from "@/components/work/WorkScreen";

export const metadata: Metadata = { title: "My work" };

export default function WorkPage() {
  return <WorkScreen />;
}
