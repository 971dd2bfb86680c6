"use client";

import { Copy } from "@/components/ui/Copy";
import { Section } from "@/components/ui/Page";
import { useTown } from "@/hooks/useTown";
import { shortHex } from "@/lib/format/hex";

/** Which town this is, for whoever wants to reach it by other ways. */
export function NetworkInfo() {
  const { town } = useTown();
  const { deployment } = town;
  if (deployment === null) return null;
  const rows = [
    ["Chain", String(deployment.chainId)],
    ["Deployment", deployment.deploymentId],
    ["Node", town.rpcUrl],
    ["Indexer", town.indexerUrl],
    ["Relayer", town.relayerUrl],
    ...Object.entries(deployment.contracts),
  ] as const;
  return (
    <Section title="This town">
      <dl className="divide-y divide-rule text-sm">
        {rows.map(([label, value]) => (
          <div key={label} className="flex items-center justify-between gap-4">
            <dt className="text-soft">{label}</dt>
            <dd className="flex items-center gap-1 font-mono">
              <span title={value}>{value.startsWith("0x") ? shortHex(value) : value}</span>{" "}
              <Copy text={value} what={label} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
