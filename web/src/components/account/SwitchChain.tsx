"use client";

import { useSwitchChain } from "wagmi";
import { Button } from "@/components/ui/Button";

/** Asks the wallet to change to the town's network, adding it when the wallet does not know it. */
export function SwitchChain({ chainId }: { chainId: number }) {
  const change = useSwitchChain();
  return (
    <>
      <Button tone="ink" size="small" disabled={change.isPending} onClick={() => change.mutate({ chainId })}>
        {change.isPending ? "Look into your wallet" : "Switch to the town"}
      </Button>
      {change.isError ? (
        <span>The wallet did not switch. Choose the network in the wallet itself; its id is {chainId}.</span>
      ) : null}
    </>
  );
}
