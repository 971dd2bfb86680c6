"use client";

import { useQuery } from "@tanstack/react-query";
import { useConnection } from "wagmi";
import { SwitchChain } from "@/components/account/SwitchChain";
import { useTown } from "@/hooks/useTown";

/** What stands between this page and its town, one strip for each: no town, another town, another chain, a service that is away. */
export function Banners() {
  const { town, queries } = useTown();
  const connection = useConnection();
  const deployment = useQuery({ ...queries.deployment(), enabled: town.deployment !== null });
  if (town.problem !== null) return <Strip>{town.problem}</Strip>;
  const expected = town.deployment;
  if (expected === null) return null;
  const indexed = deployment.data;
  return (
    <>
      {indexed && indexed.deploymentId !== expected.deploymentId ? (
        <Strip>
          The indexer reads another town than this page was loaded for, so nothing can be sent. Reload the
          page; if this stays, the town's services were started with different deployments.
        </Strip>
      ) : null}
      {deployment.isError && !indexed ? <Strip>{deployment.error.message}</Strip> : null}
      {indexed && indexed.headBlock - indexed.indexedBlock > 5 ? (
        <Strip calm>Catching up: {indexed.headBlock - indexed.indexedBlock} blocks are not shown yet.</Strip>
      ) : null}
      {connection.isConnected && connection.chainId !== expected.chainId ? (
        <Strip>
          Your wallet is on another network than this town. <SwitchChain chainId={expected.chainId} />
        </Strip>
      ) : null}
    </>
  );
}

function Strip({ children, calm }: { children: React.ReactNode; calm?: boolean }) {
  return (
    <div role="status" className={calm ? "bg-ink-wash" : "bg-poppy-wash"}>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 text-sm sm:px-6">
        {children}
      </div>
    </div>
  );
}
