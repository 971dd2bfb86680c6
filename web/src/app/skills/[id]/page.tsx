import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SkillScreen } from "@/components/skill/SkillScreen";

export const metadata: Metadata = { title: "Skill" };

export default async function SkillPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,10}$/.test(id)) notFound();
  return <SkillScreen skillId={Number(id)} />;
}
