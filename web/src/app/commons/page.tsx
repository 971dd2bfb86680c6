import type { Metadata } from "next";
import { CommonsScreen } from "@/components/commons/CommonsScreen";

export const metadata: Metadata = { title: "Commons" };

export default function CommonsPage() {
  return <CommonsScreen />;
}
