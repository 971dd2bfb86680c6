import { createRoute } from "@hono/zod-openapi";
import { decodeTask } from "@peercommons/sdk";
import { matchOf } from "@peercommons/sdk/matching";
import { type FeedItem, type FeedWhy, feedItem, feedQuery, pageOf } from "@peercommons/sdk/schemas";
import { privately } from "../../../store/index.ts";
import { answers, createApi } from "../common/app.ts";
import { indexed } from "../common/clock.ts";
import { decodeCursor, encodeCursor } from "../common/cursor.ts";
import { sessionOf } from "../sessions/token.ts";
import { summarise, type TaskRow } from "../tasks/summary.ts";
import { type Candidate, type FeedRequest, feedCandidates, soonCandidates } from "./candidates.ts";

const route = createRoute({
  method: "get",
  path: "/v1/feed",
  tags: ["Feed"],
  summary: "Open tasks a member is matched to, each with why; without a member the open market",
  description: "With a session's bearer token, tasks that its account has passed are left out.",
  request: { query: feedQuery },
  responses: answers(pageOf(feedItem), "A page of the feed"),
});

/** Newest passes that are looked at; older ones are of tasks that closed long ago. */
const passesSeen = 5_000;

export const feed = createApi().openapi(route, async (c) => {
  const query = c.req.valid("query");
  const account = sessionOf(c);
  const after = decodeCursor("feed", 2, query.cursor);
  const request: FeedRequest = {
    memberId: query.memberId ?? null,
    skillId: query.skillId ?? null,
    now: query.now ?? (await indexed()).at,
    passed: account === null ? [] : (await privately.passes(account, passesSeen)).map((pass) => pass.taskId),
    after: after === null ? null : { key: Number(after[0]), taskId: after[1] ?? 0n },
    limit: query.limit + 1,
  };
  const candidates = await feedCandidates(request);
  const page = candidates.slice(0, query.limit);
  const soon = query.soon === "true" && after === null ? await soonCandidates(request) : [];
  const items = await itemsOf([...page, ...soon], request);
  const last = page.at(-1);
  const more = candidates.length > query.limit && last !== undefined;
  return c.json({ items, nextCursor: more ? encodeCursor("feed", [last.key, last.row.taskId]) : null }, 200);
});

async function itemsOf(candidates: readonly Candidate[], request: FeedRequest): Promise<FeedItem[]> {
  const summaries = await summarise(
    candidates.map(({ row }) => row),
    request.now,
  );
  return candidates.flatMap((candidate, i) => {
    const task = summaries[i];
    return task === undefined ? [] : [{ task, why: whyOf(candidate, request) }];
  });
}

function whyOf({ row, level }: Candidate, request: FeedRequest): FeedWhy {
  if (request.memberId === null) return marketWhy(row, request.now);
  return { ...matchOf({ task: decodeTask(row.word), level, now: request.now }), skillId: row.skillId };
}

/** Without a member there is no level to match: it says who may claim now. */
function marketWhy(row: TaskRow, now: number): FeedWhy {
  const { skillId, lo, hi, band } = row;
  const kind = now >= row.everyoneAt ? "everyone" : now >= row.peopleAt ? "matched" : "soon";
  return { kind, skillId, level: null, lo, hi, band, eligibleAt: row.peopleAt, steps: 0 };
}
