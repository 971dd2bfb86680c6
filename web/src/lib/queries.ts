import * as s from "@peercommons/sdk/schemas";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { callService } from "./api";

/**
 * Every question the app asks the indexer and relayer, by name. Keys start with the noun, so that a live event or a
 * finished transaction renews all that hangs on it.
 */
export function makeQueries(urls: { indexerUrl: string; relayerUrl: string }) {
  const read = <T extends z.ZodType>(
    path: string,
    schema: T,
    query?: Record<string, string | number | undefined>,
  ) => ({
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      callService(urls.indexerUrl, path, schema, { signal, query }),
  });
  const pages = <T extends z.ZodType>(
    key: readonly unknown[],
    path: string,
    item: T,
    query: Record<string, string | number | undefined> = {},
  ) => {
    const schema = z.object({ items: z.array(item), nextCursor: z.string().nullable() });
    return infiniteQueryOptions({
      queryKey: key,
      queryFn: ({ pageParam, signal }) =>
        callService(urls.indexerUrl, path, schema, { signal, query: { ...query, cursor: pageParam } }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    });
  };
  const account = (id: number) => `/v1/accounts/${id}`;
  return {
    deployment: () =>
      queryOptions({
        queryKey: ["deployment"],
        ...read("/v1/deployment", s.deploymentStatus),
        refetchInterval: 20_000,
      }),
    stats: () => queryOptions({ queryKey: ["stats"], ...read("/v1/stats", s.stats) }),
    feed: (memberId: number | undefined) =>
      pages(["feed", memberId ?? 0], "/v1/feed", s.feedItem, {
        memberId,
        soon: memberId ? "true" : undefined,
      }),
    tasks: (query: Record<string, string | undefined>) =>
      pages(["tasks", query], "/v1/tasks", s.taskSummary, query),
    task: (id: string) => queryOptions({ queryKey: ["task", id], ...read(`/v1/tasks/${id}`, s.task) }),
    skills: () => queryOptions({ queryKey: ["skills"], ...read("/v1/skills", s.skillList) }),
    skill: (id: number) => queryOptions({ queryKey: ["skill", id], ...read(`/v1/skills/${id}`, s.skill) }),
    guide: (p: { skillId: number; price: bigint; effort: number }) =>
      queryOptions({
        queryKey: ["skill", p.skillId, "guide", p.price.toString(), p.effort],
        ...read(`/v1/skills/${p.skillId}/guide`, s.guide, { price: p.price.toString(), effort: p.effort }),
      }),
    obligations: (accountId: number, state: "open" | "closed") =>
      pages(["account", accountId, "obligations", state], "/v1/obligations", s.obligation, {
        accountId,
        state,
      }),
    clearing: (accountId: number) =>
      queryOptions({
        queryKey: ["account", accountId, "clearing"],
        ...read("/v1/clearing", s.clearing, { accountId }),
      }),
    accountGate: (accountId: number) =>
      queryOptions({
        queryKey: ["account", accountId, "gate"],
        ...read(`${account(accountId)}/gate`, s.accountGate),
      }),
    people: (query: Record<string, string | undefined>) =>
      pages(["people", query], "/v1/people", s.personSummary, query),
    person: (id: number) => queryOptions({ queryKey: ["person", id], ...read(`/v1/people/${id}`, s.person) }),
    accountOf: (address: string) =>
      queryOptions({
        queryKey: ["account", "of", address.toLowerCase()],
        ...read(`/v1/accounts/${address}`, s.account),
        retry: false,
      }),
    credit: (id: number) =>
      queryOptions({ queryKey: ["account", id, "credit"], ...read(`${account(id)}/credit`, s.credit) }),
    statement: (id: number) =>
      pages(["account", id, "statement"], `${account(id)}/statement`, s.statementLine),
    income: (id: number) =>
      queryOptions({ queryKey: ["account", id, "income"], ...read(`${account(id)}/income`, s.income) }),
    work: (id: number) =>
      queryOptions({ queryKey: ["account", id, "work"], ...read(`${account(id)}/work`, s.work) }),
    activity: (id: number) => pages(["account", id, "activity"], `${account(id)}/activity`, s.activityItem),
    commons: () => queryOptions({ queryKey: ["commons"], ...read("/v1/commons", s.commons) }),
    bots: () => queryOptions({ queryKey: ["bots"], ...read("/v1/bots", s.botList) }),
    bot: (id: number) => queryOptions({ queryKey: ["bots", id], ...read(`/v1/bots/${id}`, s.bot) }),
    content: (id: string) =>
      queryOptions({
        queryKey: ["content", id],
        ...read(`/v1/content/${id}`, s.content),
        staleTime: Number.POSITIVE_INFINITY,
      }),
    quota: (address: string) =>
      queryOptions({
        queryKey: ["quota", address],
        queryFn: ({ signal }) =>
          callService(urls.relayerUrl, `/v1/relay/quota/${address}`, s.relayQuota, { signal }),
        retry: false,
      }),
    relayerReady: () =>
      queryOptions({
        queryKey: ["relayer"],
        queryFn: async ({ signal }) => (await fetch(new URL("/health", urls.relayerUrl), { signal })).ok,
        retry: false,
        refetchInterval: 20_000,
      }),
  };
}

export type Queries = ReturnType<typeof makeQueries>;
