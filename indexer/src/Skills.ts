import { ponder } from "ponder:registry";
import { skill } from "ponder:schema";
import { timeOf } from "../rows/time.ts";

ponder.on("Skills:SkillCreated", async ({ event, context }) => {
  const { skillId, parentId, creatorId, name, symbol, face, contentId } = event.args;
  await context.db.insert(skill).values({
    skillId,
    parentId,
    creatorId,
    name,
    symbol,
    face,
    contentId: BigInt(contentId) === 0n ? null : contentId,
    createdAt: timeOf(event.block),
  });
});
