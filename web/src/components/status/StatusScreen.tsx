"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useBlockNumber } from "wagmi";
import { NetworkInfo } from "@/components/settings/NetworkInfo";
import { Page } from "@/components/ui/Page";
import { Stamp } from "@/components/ui/Stamp";
import { Time } from "@/components/ui/Time";
import { useTown } from "@/hooks/useTown";
import { useLive } from "@/lib/liveStore";

/** Whether everything that carries the town is there. */
export function StatusScreen() {
  const { town, queries } = useTown();
  const deployment = useQuery({ ...queries.deployment(), refetchInterval: 3_000 });
  const relayer = useQuery(queries.relayerReady());
  const head = useBlockNumber({ watch: { pollingInterval: 2_000 } });
  const live = useLive();
  const same =
    deployment.data && town.deployment && deployment.data.deploymentId === town.deployment.deploymentId;
  const lag = deployment.data ? deployment.data.headBlock - deployment.data.indexedBlock : 0;
  return (
    <Page title="Status" lead="What carries the town, as this browser sees it." narrow>
      <ul className="mb-10 grid gap-3">
        <Service
          name="Chain"
          ok={head.data !== undefined}
          waiting={head.isPending}
          error="The node does not answer, so nothing can be sent. The rest can still be read."
        >
          Head is block <span className="figures">{String(head.data ?? "")}</span>.
        </Service>
        <Service
          name="Indexer"
          ok={deployment.data !== undefined && lag <= 5}
          waiting={deployment.isPending}
          error={
            deployment.data
              ? `It is ${lag} blocks behind and catching up.`
              : "It does not answer, so pages cannot be filled. Nothing is lost; it reads everything from the chain again."
          }
        >
          Has read block <span className="figures">{deployment.data?.indexedBlock}</span>
          {deployment.data ? (
            <>
              , <Time at={deployment.data.indexedAt} />
            </>
          ) : null}
          .
        </Service>
        <Service
          name="Live updates"
          ok={live.connected}
          waiting={false}
          error="This page is not told about changes just now; it asks again by itself."
        >
          Pages renew themselves.
        </Service>
        <Service
          name="Relayer"
          ok={relayer.data === true}
          waiting={relayer.isPending}
          error="It does not answer. Wallets with ether can send by themselves; others wait."
        >
          Sends for members without cost.
        </Service>
        <Service
          name="Same town"
          ok={same === true}
          waiting={deployment.isPending}
          error={town.problem ?? "The indexer reads another town than this page belongs to."}
        >
          Page and indexer belong together.
        </Service>
      </ul>
      <NetworkInfo />
    </Page>
  );
}

function Service(props: { name: string; ok: boolean; waiting: boolean; error: string; children: ReactNode }) {
  return (
    <li className="sheet flex flex-wrap items-center gap-x-4 gap-y-1 p-4">
      <h2 className="w-36 text-lg">{props.name}</h2>
      <p className="min-w-0 flex-1 text-sm">
        {props.waiting ? "Asking" : props.ok ? props.children : props.error}
      </p>
      {props.waiting ? null : <Stamp tone={props.ok ? "leaf" : "alarm"}>{props.ok ? "There" : "Away"}</Stamp>}
    </li>
  );
}
