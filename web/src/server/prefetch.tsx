import type { AccountView } from "@peercommons/sdk/schemas";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { cookieToInitialState } from "wagmi";
import { isUnknown } from "../lib/api";
import { makeQueries, type Queries } from "../lib/queries";
import type { Town } from "../lib/town";
import { walletConfig } from "../lib/wallet/config";
import { readTown } from "./town";

/** What a page asks before it is sent; `me` is null for a visitor. */
export type Ask = (client: QueryClient, queries: Queries, me: AccountView | null) => Promise<unknown>[];

/** A page goes out without its data rather than later than this. */
const PATIENCE = 1_500;

/**
 * Asks the indexer what a page shows first, so that it arrives with its rows: nobody waits for scripts to read a list. What does
 * not answer in time is left to the browser, which asks again and says what is wrong.

 * Whether the indexer said that something is unknown is told to `children`: a page about that says so at once.
 */
export async function Prefetched({
  ask,
  children,
}: {
  ask: Ask;
  children: ReactNode | ((unknown: boolean) => ReactNode);
}) {
  const town = readTown();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const queries = makeQueries(town);
  const answers = whoAsks(client, queries, town).then((me) => Promise.all(ask(client, queries, me)));
  await Promise.race([answers.catch(() => undefined), wait(PATIENCE)]);
  const unknown = client
    .getQueryCache()
    .getAll()
    // a wallet without an account is no reason
    .some(({ queryKey, state }) => queryKey[0] !== "account" && isUnknown(state.error));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      {typeof children === "function" ? children(unknown) : children}
    </HydrationBoundary>
  );
}

/** The account of the wallet that the cookie names. It decides what is asked for, never what may be seen: all of it is public. */
async function whoAsks(client: QueryClient, queries: Queries, town: Town): Promise<AccountView | null> {
  const state = cookieToInitialState(walletConfig(town), (await headers()).get("cookie"));
  const address = state?.current ? state.connections.get(state.current)?.accounts[0] : undefined;
  if (address === undefined) return null;
  return client.fetchQuery(queries.accountOf(address)).catch(() => null);
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
