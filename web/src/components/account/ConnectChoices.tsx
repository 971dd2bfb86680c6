"use client";

import { Wallet } from "lucide-react";
import type { Connector } from "wagmi";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useDoors } from "@/hooks/useDoors";
import { useTown } from "@/hooks/useTown";

/** The throw-away account first, for whoever wants to look around; then every wallet in this browser. */
export function ConnectChoices() {
  const { wallets, throwAway, connect } = useDoors();
  const { town } = useTown();
  const enter = (connector: Connector) => connect.mutate({ connector, chainId: town.deployment?.chainId });
  return (
    <div className="grid gap-6">
      <section className="halftone rounded-s border border-ink bg-ink-wash p-4">
        <h3 className="text-lg">A throw-away account</h3>
        <p className="mt-1 mb-3 text-sm">
          Made in one click, no sign-up and no ether. Its key lies unprotected in this browser: fine for
          looking around, not for what you cannot afford to lose. You can take the key with you in settings.
        </p>
        <Button
          tone="main"
          disabled={connect.isPending || !throwAway}
          onClick={() => throwAway && enter(throwAway)}
        >
          Start with a throw-away account
        </Button>
      </section>
      <section>
        <h3 className="mb-2 text-lg">Your own wallet</h3>
        {wallets.length === 0 ? (
          <p className="text-sm text-soft">
            No wallet was found in this browser. Install any Ethereum wallet and reload, and it will be listed
            here.
          </p>
        ) : (
          <ul className="grid gap-2">
            {wallets.map((wallet) => (
              <li key={wallet.uid}>
                <Button
                  className="w-full justify-start"
                  disabled={connect.isPending}
                  onClick={() => enter(wallet)}
                >
                  {wallet.icon ? (
                    // biome-ignore lint/performance/noImgElement: the icon comes from the wallet as a data address
                    <img src={wallet.icon} alt="" width={24} height={24} />
                  ) : (
                    <Wallet aria-hidden size={22} />
                  )}
                  {wallet.name}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
      {connect.isPending ? (
        <Notice live>Your wallet asks whether this page may see your address.</Notice>
      ) : null}
      {connect.isError ? (
        <Notice tone="bad" live title="The wallet did not open">
          It said no, or it is busy with another question. Look into the wallet, then try again; nothing was
          sent.
        </Notice>
      ) : null}
    </div>
  );
}
