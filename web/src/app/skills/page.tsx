import type { Metadata } from "next";
import { SkillsScreen } from "@/components/skill/SkillsScreen";
import { Prefetched } from "@/server/prefetch";

export const metadata: Metadata = { title: "Skills" };

export default function SkillsPage() {
  return (
    <Prefetched ask={(client, queries) => [client.prefetchQuery(queries.skills())]}>
      <SkillsScreen />
    </Prefetched>
  );
}
