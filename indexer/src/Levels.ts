import { ponder } from "ponder:registry";
import { skillWord, standing } from "ponder:schema";
import { decodeStanding } from "@peercommons/sdk";

ponder.on("Levels:OutcomeRecorded", async ({ event, context }) => {
  const { memberId, skillId } = event.args;
  const columns = decodeStanding(event.args.standing);
  await context.db
    .insert(standing)
    .values({ memberId, skillId, ...columns })
    .onConflictDoUpdate(columns);
});

ponder.on("Levels:StandingChanged", async ({ event, context }) => {
  const { memberId, skillId } = event.args;
  const columns = decodeStanding(event.args.standing);
  await context.db
    .insert(standing)
    .values({ memberId, skillId, ...columns })
    .onConflictDoUpdate(columns);
});

ponder.on("Levels:SkillWordChanged", async ({ event, context }) => {
  const { skillId, word } = event.args;
  await context.db.insert(skillWord).values({ skillId, word, histogram: 0n }).onConflictDoUpdate({ word });
});

ponder.on("Levels:HistogramChanged", async ({ event, context }) => {
  const { skillId, histogram } = event.args;
  await context.db
    .insert(skillWord)
    .values({ skillId, word: 0n, histogram })
    .onConflictDoUpdate({ histogram });
});
