import { ponder } from "ponder:registry";
import { backing, skillWord, standing } from "ponder:schema";
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

ponder.on("Levels:OrganisationBacked", async ({ event, context }) => {
  const { memberId, organisationId } = event.args;
  const said = { otherId: organisationId, at: Number(event.block.timestamp) };
  await context.db
    .insert(backing)
    .values({ accountId: memberId, ...said })
    .onConflictDoUpdate(said);
});

ponder.on("Levels:BackerNamed", async ({ event, context }) => {
  const { organisationId, memberId } = event.args;
  const said = { otherId: memberId, at: Number(event.block.timestamp) };
  await context.db
    .insert(backing)
    .values({ accountId: organisationId, ...said })
    .onConflictDoUpdate(said);
});
