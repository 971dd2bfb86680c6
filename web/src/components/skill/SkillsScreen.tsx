"use client";

import type { SkillSummary } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { QueryStates } from "@/components/ui/QueryStates";
import { useTown } from "@/hooks/useTown";
import { CreateSkillForm } from "./CreateSkillForm";
import { SkillBranch } from "./SkillBranch";

/** The tree of skills. */
export function SkillsScreen() {
  const { queries } = useTown();
  const query = useQuery(queries.skills());
  const [creating, setCreating] = useState(false);
  return (
    <Page
      title="Skills"
      lead="What people here can do. Levels are earned by finished work and can be neither bought nor given away."
      aside={
        <Button tone="ink" aria-expanded={creating} onClick={() => setCreating(!creating)}>
          Add a skill
        </Button>
      }
    >
      <QueryStates query={query}>
        {({ items }) => (
          <>
            {creating ? <CreateSkillForm skills={items} close={() => setCreating(false)} /> : null}
            {items.length === 0 ? (
              <Notice title="No skills yet">Add the first one. Everything else grows below it.</Notice>
            ) : (
              <Tree items={items} />
            )}
          </>
        )}
      </QueryStates>
    </Page>
  );
}

function Tree({ items }: { items: SkillSummary[] }) {
  return (
    <ul className="grid gap-8">
      {items
        .filter((skill) => skill.parentId === 0)
        .map((skill) => (
          <SkillBranch key={skill.skillId} skill={skill} all={items} />
        ))}
    </ul>
  );
}
