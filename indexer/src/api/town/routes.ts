import { createRoute } from "@hono/zod-openapi";
import { deploymentStatus, type Stats, stats } from "@peercommons/sdk/schemas";
import { sql } from "ponder";
import { commonsAddress, deployment } from "../../../town.ts";
import { answers, createApi } from "../common/app.ts";
import { headBlock, indexed } from "../common/clock.ts";
import { perBlock } from "../common/perBlock.ts";
import { rowsOf } from "../common/sql.ts";

const tags = ["Town"];

export const town = createApi()
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/deployment",
      tags,
      summary: "Which town this is, and how far it is indexed",
      responses: answers(deploymentStatus, "The deployment"),
    }),
    async (c) => {
      const { block, at } = await indexed();
      const head = await headBlock(block);
      return c.json(
        { ...deployment, commons: commonsAddress, headBlock: head, indexedBlock: block, indexedAt: at },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/stats",
      tags,
      summary: "The town in numbers",
      responses: answers(stats, "Numbers"),
    }),
    async (c) => c.json(await townStats(), 200),
  );

const week = 604_800;

const townStats = perBlock(async ({ at }): Promise<Stats> => {
  const [row] = await rowsOf<Omit<Stats, "at">>(sql`
    select
      (select count(*) from account where kind = 'Member' and seat_until_day::bigint * 86400 > ${at})::int as "members",
      (select count(*) from account where kind = 'Organisation')::int as "organisations",
      (select count(*) from bot)::int as "bots",
      (select count(*) from skill)::int as "skills",
      (select count(*) from task where state = 'Open')::int as "tasksOpen",
      (select count(*) from task where state not in ('Open', 'Closed'))::int as "tasksInWork",
      (select count(*) from task where outcome in ('Accepted', 'AutoAccepted'))::int as "tasksDone",
      (select count(*) from task where outcome in ('Accepted', 'AutoAccepted') and by_bot)::int as "tasksDoneByBots",
      (select coalesce(sum(paid), 0)::text from task where state = 'Closed') as "volume",
      (select coalesce(sum(paid), 0)::text from task where state = 'Closed' and changed_at > ${at - week}) as "volumeWeek",
      (select coalesce(sum(balance), 0)::text from balance where address = ${commonsAddress}) as "commons",
      (select coalesce(-sum(balance), 0)::text from balance where balance < 0) as "debt"`);
  if (row === undefined) throw new Error("no statistics");
  return { ...row, at };
});
