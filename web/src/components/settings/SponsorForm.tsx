"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useState } from "react";
import { isAddress } from "viem";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { Section } from "@/components/ui/Page";
import { useAct } from "@/hooks/useAct";
import { useTown } from "@/hooks/useTown";

/** Where people vouch for people: two sponsors let a newcomer in. */
export function SponsorForm({ account }: { account: AccountView }) {
  const { town } = useTown();
  const act = useAct();
  const [address, setAddress] = useState("");
  const [error, setError] = useState<string>();
  if (town.deployment?.personhood !== "Sponsorship" || !account.seat.live) return null;
  const go = () => {
    const newcomer = address.trim();
    if (!isAddress(newcomer))
      return setError(
        "That is not an address: it has 0x and 40 hexadecimal digits. Ask the newcomer to copy it again.",
      );
    act("sponsor", { sponsorId: account.accountId, newcomer });
  };
  return (
    <Section
      title="Sponsor a newcomer"
      note="You vouch that behind an address is one human without another seat. It freezes 5 PEER of your line until they have been below zero and come back."
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Field label="Their address" error={error}>
          {(wired) => (
            <input
              {...wired}
              value={address}
              onChange={(event) => {
                setAddress(event.target.value);
                setError(undefined);
              }}
              className={`${inputLook} font-mono text-sm`}
              placeholder="0x"
            />
          )}
        </Field>
        <Button type="submit" className="justify-self-start">
          Look it over and sponsor
        </Button>
      </form>
    </Section>
  );
}
