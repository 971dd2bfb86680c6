"use client";

import { useQuery } from "@tanstack/react-query";
import { useBalance, useConnection } from "wagmi";
import { SwitchChain } from "@/components/account/SwitchChain";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useEngine } from "@/hooks/useEngine";
import { useTown } from "@/hooks/useTown";
import { runTransaction } from "@/transactions/engine";
import type { TransactionRecord } from "@/transactions/record";
import { simulate } from "@/transactions/simulate";
import { Postage } from "./Postage";

/** Before signing: does it work now, who pays for sending, and the one button. */
export function ReviewFoot({ record, act }: { record: TransactionRecord; act: string }) {
  const engine = useEngine();
  const { town, queries } = useTown();
  const { chainId } = useConnection();
  const trial = useQuery({
    queryKey: ["trial", record.id, record.createdAt, record.phase],
    queryFn: () => simulate(engine, record),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: 6_000,
  });
  const relayer = useQuery(queries.relayerReady());
  const balance = useBalance({ address: record.account as `0x${string}` });
  const refused = trial.data && !trial.data.ok ? trial.data.sentence : null;
  const elsewhere = town.deployment !== null && chainId !== town.deployment.chainId;
  const away = relayer.isError || relayer.data === false;
  const ether = (balance.data?.value ?? 0n) > 0n;
  return (
    <div className="grid gap-4">
      {record.error ? (
        <Notice
          tone={record.phase === "failed" ? "bad" : "plain"}
          live
          title={record.phase === "failed" ? "It did not happen" : undefined}
        >
          {record.error.sentence}
        </Notice>
      ) : null}
      {refused && refused !== record.error?.sentence ? (
        <Notice tone="warn" live title="This would be refused now">
          {refused}
        </Notice>
      ) : null}
      {elsewhere && town.deployment ? (
        <Notice tone="warn" action={<SwitchChain chainId={town.deployment.chainId} />}>
          Your wallet is on another network than this town.
        </Notice>
      ) : null}
      <Postage account={record.account} away={away} ether={ether} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          tone="main"
          size="big"
          disabled={trial.isPending || refused !== null || elsewhere || (away && !ether)}
          onClick={() => void runTransaction(engine, record.id, away && ether ? "wallet" : "relayer")}
        >
          {record.phase === "failed" ? "Try again" : act}
        </Button>
        {trial.isPending ? <span className="text-sm text-soft">Trying it out first</span> : null}
        {trial.data?.ok ? <span className="text-leaf text-sm">Tried out just now: it works</span> : null}
      </div>
    </div>
  );
}
