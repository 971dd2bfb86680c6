import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonScreen } from "@/components/person/PersonScreen";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,10}$/.test(id)) notFound();
  return <PersonScreen accountId={Number(id)} />;
}
