"use client";

import type { SkillDetail } from "@peercommons/sdk/schemas";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field, inputLook } from "@/components/ui/Field";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Tray } from "@/components/ui/Tray";
import { useAct } from "@/hooks/useAct";
import { useMe } from "@/hooks/useMe";
import { useNow } from "@/hooks/useNow";
import { useTown } from "@/hooks/useTown";
import { type BotDraft, type BotErrors, checkBot, emptyBot, readBotConsent } from "@/lib/forms/bot";
import { useUi } from "@/lib/uiStore";
import { BotConsent } from "./BotConsent";
import { BotShares } from "./BotShares";

/** Registers a bot for the skill, with the consent of the host that will run it. */
export function RegisterBot({ skill }: { skill: SkillDetail }) {
  const me = useMe();
  const openConnect = useUi((ui) => ui.openConnect);
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<BotDraft>(emptyBot);
  // whose account is still being looked up has come in already
  const known = me.status === "account" || me.status === "looking";
  const show = () => (known ? setOpen(true) : openConnect());
  return (
    <>
      <Button size="small" onClick={show}>
        Register a bot
      </Button>
      <Tray open={open} onClose={() => setOpen(false)} title={`Register a bot for #${skill.symbol}`}>
        {me.status === "account" ? (
          <BotForm
            skill={skill}
            creatorId={me.account.accountId}
            draft={draft}
            change={(part) => setDraft({ ...draft, ...part })}
            close={() => setOpen(false)}
          />
        ) : (
          <SkeletonRows rows={3} />
        )}
      </Tray>
    </>
  );
}

function BotForm(p: {
  skill: SkillDetail;
  creatorId: number;
  draft: BotDraft;
  change: (part: Partial<BotDraft>) => void;
  close: () => void;
}) {
  const { skill, creatorId, draft, change } = p;
  const { town } = useTown();
  const now = useNow();
  const act = useAct();
  const [errors, setErrors] = useState<BotErrors>({});
  const known = { deploymentId: town.deployment?.deploymentId ?? "", skill, creatorId, now };
  const read = draft.word.trim() === "" ? null : readBotConsent(draft.word, known);
  const consent = read?.ok ? read.consent : null;
  const go = () => {
    const found = checkBot(draft, known);
    setErrors(found);
    if (Object.keys(found).length > 0 || consent === null) return;
    p.close();
    act("registerBot", {
      creatorId,
      skillId: skill.skillId,
      skillSymbol: skill.symbol,
      name: draft.name.trim(),
      operator: consent.operator,
      computeBps: consent.computeBps,
      commonsBps: draft.commons * 100,
      potBps: draft.pot * 100,
      modelHash: consent.modelHash,
      sealingKey: consent.sealingKey,
      deadline: consent.deadline,
      signature: consent.signature,
    });
  };
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <p className="text-sm text-soft">
        A bot belongs to the commons. It runs on a computer whose owner agreed: there,{" "}
        <code className="break-words font-mono">
          peercommons host consent --creator {creatorId} --skill {skill.skillId}
        </code>{" "}
        prints a word to paste here.
      </p>
      <Field label="The host's consent" error={read?.ok === false ? read.sentence : errors.word}>
        {(wired) => (
          <textarea
            {...wired}
            rows={3}
            spellCheck={false}
            autoComplete="off"
            value={draft.word}
            onChange={(event) => change({ word: event.target.value })}
            className={`${inputLook} break-all font-mono text-xs`}
          />
        )}
      </Field>
      {consent ? <BotConsent consent={consent} /> : null}
      <Field label="The bot's name" error={errors.name}>
        {(wired) => (
          <input
            {...wired}
            value={draft.name}
            autoComplete="off"
            placeholder="Abacus"
            onChange={(event) => change({ name: event.target.value })}
            className={inputLook}
          />
        )}
      </Field>
      <BotShares draft={draft} change={change} computeBps={consent?.computeBps ?? 0} errors={errors} />
      <Button type="submit" tone="main" className="justify-self-start">
        Look it over and register
      </Button>
    </form>
  );
}
