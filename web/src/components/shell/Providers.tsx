"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { type State, WagmiProvider } from "wagmi";
import { TownContext } from "@/hooks/useTown";
import { ApiError } from "@/lib/api";
import { makeQueries } from "@/lib/queries";
import type { Town } from "@/lib/town";
import { walletConfig } from "@/lib/wallet/config";
import { LiveUpdates } from "./LiveUpdates";

const retry = (failures: number, error: Error) =>
  failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500);

function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry, staleTime: 5_000, refetchOnWindowFocus: true } },
  });
}

export function Providers(props: {
  town: Town;
  /** the town's time when the server made the page, unix seconds */
  renderedAt: number;
  nonce: string | undefined;
  initialState: State | undefined;
  children: ReactNode;
}) {
  const [client] = useState(makeClient);
  const [wallets] = useState(() => walletConfig(props.town));
  const [context] = useState(() => ({
    town: props.town,
    queries: makeQueries(props.town),
    renderedAt: props.renderedAt,
  }));
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      nonce={props.nonce}
    >
      <TownContext value={context}>
        <WagmiProvider config={wallets} initialState={props.initialState}>
          <QueryClientProvider client={client}>
            <NuqsAdapter>
              <LiveUpdates />
              {props.children}
            </NuqsAdapter>
          </QueryClientProvider>
        </WagmiProvider>
      </TownContext>
    </ThemeProvider>
  );
}
