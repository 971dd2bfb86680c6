import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SkillScreen } from "@/components/skill/SkillScreen";
import { Prefetched } from "@/server/prefetch";

export const metadata: Metadata = { title: "Skill" };

export default async function SkillPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,10}$/.test(id)) notFound();
  return (
    <Prefetched
      ask={(client, queries) => [
        client.prefetchQuery(queries.skill(Number(id))),
        client.prefetchInfiniteQuery(queries.tasks({ skillId: id, state: "Open" })),
      ]}
    >
      {(unknown) => <SkillScreen skillId={Number(id)} unknown={unknown} />}
    </Prefetched>
  );
}
