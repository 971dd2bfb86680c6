"use client";

import { encodeNote, packContent } from "@peercommons/sdk/content";
import type { SkillSummary } from "@peercommons/sdk/schemas";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field, fieldRow, inputLook } from "@/components/ui/Field";
import { useAct } from "@/hooks/useAct";
import { useMe } from "@/hooks/useMe";
import { contentPartOf } from "@/lib/contentPart";
import { checkSkill, type SkillErrors, symbolOf } from "@/lib/forms/skill";
import { useUi } from "@/lib/uiStore";

const DEEPEST = 5;

/** A new skill: anyone with an account adds one. */
export function CreateSkillForm({ skills, close }: { skills: SkillSummary[]; close: () => void }) {
  const act = useAct();
  const me = useMe();
  const openConnect = useUi((ui) => ui.openConnect);
  const [name, setName] = useState("");
  const [symbol, setSymbol] = useState("");
  const [about, setAbout] = useState("");
  const [parentId, setParentId] = useState(0);
  const [errors, setErrors] = useState<SkillErrors>({});
  const word = symbol || symbolOf(name);
  const go = () => {
    const found = checkSkill({ name, symbol: word, about, existing: skills });
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    if (me.status !== "account") return openConnect();
    const parent = skills.find((skill) => skill.skillId === parentId);
    const content =
      about.trim() === "" ? null : contentPartOf(packContent(encodeNote({ v: 1, text: about.trim() })));
    act("createSkill", {
      creatorId: me.account.accountId,
      parentId,
      parentName: parent ? `#${parent.symbol}` : "the root",
      name: name.trim(),
      symbol: word,
      about: about.trim(),
      content,
    });
  };
  return (
    <form
      noValidate
      className="sheet mb-10 grid gap-5 p-5 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <div className={`${fieldRow} sm:col-span-2`}>
        <Field beside label="Name" error={errors.name}>
          {(wired) => (
            <input
              {...wired}
              value={name}
              onChange={(event) => setName(event.target.value)}
              className={inputLook}
              placeholder="Logo design"
            />
          )}
        </Field>
        <Field beside label="Short word" hint="Comes after the #, and stays." error={errors.symbol}>
          {(wired) => (
            <input
              {...wired}
              value={word}
              onChange={(event) => setSymbol(event.target.value.toLowerCase())}
              className={inputLook}
              placeholder="logo"
            />
          )}
        </Field>
      </div>
      <Field label="Below which skill" className="sm:col-span-2">
        {(wired) => (
          <select
            {...wired}
            className={inputLook}
            value={parentId}
            onChange={(event) => setParentId(Number(event.target.value))}
          >
            <option value={0}>None: at the top of the tree</option>
            {skills
              .filter((skill) => skill.depth < DEEPEST)
              .map((skill) => (
                <option key={skill.skillId} value={skill.skillId}>
                  {skill.name} (#{skill.symbol})
                </option>
              ))}
          </select>
        )}
      </Field>
      <Field label="What it is about" hint="Optional, public." className="sm:col-span-2" error={errors.about}>
        {(wired) => (
          <textarea
            {...wired}
            rows={3}
            value={about}
            onChange={(event) => setAbout(event.target.value)}
            className={inputLook}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2 sm:col-span-2">
        <Button type="submit" tone="main">
          Look it over and create
        </Button>
        <Button tone="quiet" onClick={close}>
          Not now
        </Button>
      </div>
    </form>
  );
}
