"use client";

import { encodeProfile, packContent } from "@peercommons/sdk/content";
import type { AccountView } from "@peercommons/sdk/schemas";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { Section } from "@/components/ui/Page";
import { useAct } from "@/hooks/useAct";
import { contentPartOf } from "@/lib/contentPart";
import { checkProfile, type ProfileErrors } from "@/lib/forms/profile";

/** Name and a few words, public. */
export function ProfileForm({ account }: { account: AccountView }) {
  const act = useAct();
  const [name, setName] = useState(account.profileId === null ? "" : account.name);
  const [about, setAbout] = useState(account.about);
  const [errors, setErrors] = useState<ProfileErrors>({});
  const go = () => {
    const found = checkProfile({ name, about });
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const content = contentPartOf(
      packContent(encodeProfile({ v: 1, name: name.trim(), about: about.trim() })),
    );
    act("setProfile", { accountId: account.accountId, name: name.trim(), about: about.trim(), content });
  };
  return (
    <Section title="Your profile" note="Public. People see it beside your tasks and your levels.">
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Field label="Name" error={errors.name}>
          {(wired) => (
            <input
              {...wired}
              value={name}
              autoComplete="nickname"
              onChange={(event) => setName(event.target.value)}
              className={inputLook}
            />
          )}
        </Field>
        <Field label="About you" error={errors.about}>
          {(wired) => (
            <textarea
              {...wired}
              rows={4}
              value={about}
              onChange={(event) => setAbout(event.target.value)}
              className={inputLook}
            />
          )}
        </Field>
        <Button type="submit" tone="ink" className="justify-self-start">
          Look it over and publish
        </Button>
      </form>
    </Section>
  );
}
