"use client";

import { useConnection } from "wagmi";
import { NeedsAccount } from "@/components/account/NeedsAccount";
import { Page, Section } from "@/components/ui/Page";
import { throwAwayId } from "@/lib/wallet/throwAway";
import { BackingSection } from "./BackingSection";
import { HiddenTasks } from "./HiddenTasks";
import { MoveQuestion } from "./MoveQuestion";
import { MoveSection } from "./MoveSection";
import { NetworkInfo } from "./NetworkInfo";
import { ProfileForm } from "./ProfileForm";
import { SealingKeySection } from "./SealingKeySection";
import { SeatSection } from "./SeatSection";
import { SponsorForm } from "./SponsorForm";
import { ThemeChoice } from "./ThemeChoice";
import { ThrowAwaySection } from "./ThrowAwaySection";

export function SettingsScreen() {
  const { connector } = useConnection();
  return (
    <Page title="Settings" narrow>
      <div className="grid grid-cols-1 gap-10">
        <MoveQuestion />
        <Section title="How it looks">
          <ThemeChoice />
        </Section>
        <NeedsAccount what="Come in to change your profile and keys">
          {(account) => (
            <>
              <ProfileForm key={account.profileId} account={account} />
              <SealingKeySection account={account} />
              {account.kind === "Member" ? <SeatSection account={account} /> : null}
              <SponsorForm account={account} />
              <BackingSection account={account} />
              <MoveSection key={account.address} account={account} />
            </>
          )}
        </NeedsAccount>
        <ThrowAwaySection using={connector?.id === throwAwayId} />
        <HiddenTasks />
        <NetworkInfo />
      </div>
    </Page>
  );
}
