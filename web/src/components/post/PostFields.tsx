"use client";

import type { SkillSummary } from "@peercommons/sdk/schemas";
import { FilePicker } from "@/components/file/FilePicker";
import { Field, fieldRow, inputLook } from "@/components/ui/Field";
import { Money } from "@/components/ui/Money";
import { efforts } from "@/lib/format/effort";
import type { PostDraft, PostErrors } from "@/lib/forms/postTask";
import { Checklist } from "./Checklist";
import { PostTerms } from "./PostTerms";
import { ReadersChoice } from "./ReadersChoice";

export type FieldsProps = {
  draft: PostDraft;
  change: (draft: PostDraft) => void;
  errors: PostErrors;
  now: number;
};

/** The fields of a task, in the order one thinks of them. */
export function PostFields(props: FieldsProps & { skills: SkillSummary[]; available: bigint | null }) {
  const { draft, errors } = props;
  const set = (part: Partial<PostDraft>) => props.change({ ...draft, ...part });
  return (
    <>
      <div data-field="title">
        <Field
          label="What should be there in the end?"
          hint={
            draft.sealed ? "The title stays public: say what kind of help you need, and no more." : undefined
          }
          error={errors.title}
        >
          {(wired) => (
            <input
              {...wired}
              value={draft.title}
              maxLength={200}
              onChange={(event) => set({ title: event.target.value })}
              className={`${inputLook} text-lg`}
              placeholder="A logo for the bakery on the corner"
            />
          )}
        </Field>
      </div>
      <div data-field="skillId">
        <Field label="Which skill does it need?" error={errors.skillId}>
          {(wired) => (
            <select
              {...wired}
              className={inputLook}
              value={draft.skillId ?? ""}
              onChange={(event) =>
                set({ skillId: event.target.value === "" ? null : Number(event.target.value) })
              }
            >
              <option value="">Choose a skill</option>
              {props.skills.map((skill) => (
                <option key={skill.skillId} value={skill.skillId}>
                  {" ".repeat(Math.max(0, skill.depth - 1) * 3)}
                  {skill.name} (#{skill.symbol})
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div data-field="text">
        <Field
          label="Details"
          hint={
            draft.sealed
              ? "Markdown. Encrypted here, for you and whoever claims the task."
              : "Markdown, and public. Leave out what nobody else should read, or seal it below."
          }
          error={errors.text}
        >
          {(wired) => (
            <textarea
              {...wired}
              rows={7}
              value={draft.text}
              onChange={(event) => set({ text: event.target.value })}
              className={inputLook}
            />
          )}
        </Field>
      </div>
      <Checklist points={draft.deliver} change={(deliver) => set({ deliver })} error={errors.deliver} />
      <FilePicker files={draft.files} change={(files) => set({ files })} />
      <ReadersChoice sealed={draft.sealed} change={(sealed) => set({ sealed })} />
      <div className={fieldRow}>
        <div data-field="price" className="contents">
          <Field
            beside
            label="Price in PEER"
            hint={
              props.available === null ? (
                "What it is worth to you, all in."
              ) : (
                <>
                  You can spend <Money amount={props.available} />.
                </>
              )
            }
            error={errors.price}
          >
            {(wired) => (
              <input
                {...wired}
                inputMode="decimal"
                value={draft.price}
                maxLength={40}
                onChange={(event) => set({ price: event.target.value })}
                className={`${inputLook} figures font-display font-bold text-xl`}
                placeholder="0.00"
              />
            )}
          </Field>
        </div>
        <Field
          beside
          label="How much work is it?"
          hint="With the price it decides whom the task is offered to first."
        >
          {(wired) => (
            <select
              {...wired}
              className={inputLook}
              value={draft.effort}
              onChange={(event) => set({ effort: Number(event.target.value) })}
            >
              {efforts.map((effort, index) => (
                <option key={effort.short} value={index}>
                  About {effort.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <PostTerms draft={draft} change={props.change} errors={errors} now={props.now} />
    </>
  );
}
