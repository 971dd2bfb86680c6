"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { Button } from "@/components/ui/Button";
import { Section } from "@/components/ui/Page";
import { useAct } from "@/hooks/useAct";
import { shortHex } from "@/lib/format/hex";

/** The key that work for me is encrypted to. */
export function SealingKeySection({ account }: { account: AccountView }) {
  const act = useAct();
  return (
    <Section
      title="Sealing key"
      note="What is handed in to you is encrypted to this key. It comes from a signature of your wallet, so the same wallet can always open it."
    >
      <div className="flex flex-wrap items-center gap-4">
        <p className="font-mono text-sm">
          {account.sealingKey === null
            ? "None yet: nobody can hand in work to you."
            : shortHex(account.sealingKey)}
        </p>
        <Button
          tone={account.sealingKey === null ? "main" : "plain"}
          onClick={() =>
            act("setSealingKey", { accountId: account.accountId, present: account.sealingKey ?? "none" })
          }
        >
          {account.sealingKey === null ? "Set it" : "Set it anew from this wallet"}
        </Button>
      </div>
    </Section>
  );
}
