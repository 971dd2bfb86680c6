import type { Metadata } from "next";
import { SkillsScreen } from "@/components/skill/SkillsScreen";

export const metadata: Metadata = { title: "Skills" };

export default function SkillsPage() {
  return <SkillsScreen />;
}
