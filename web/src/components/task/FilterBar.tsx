"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Field, inputLook } from "@/components/ui/Field";
import type { TaskFilters } from "@/hooks/useTaskFilters";
import { useTown } from "@/hooks/useTown";
import { groups, sorts } from "@/lib/taskFilters";

const groupWords = {
  open: "Open",
  working: "In work",
  review: "In review",
  trouble: "Refused or disputed",
  done: "Closed",
} as const;
const sortWords = {
  newest: "Newest first",
  deadline: "Deadline soonest",
  "-price": "Highest price",
  price: "Lowest price",
  changed: "Last changed",
} as const;

export function FilterBar({ state: { filters, set } }: { state: TaskFilters }) {
  const { queries } = useTown();
  const skills = useQuery(queries.skills());
  const name = useId();
  return (
    <search className="mb-6 grid gap-4">
      <fieldset>
        <legend className="sr-only">State</legend>
        <div className="flex flex-wrap gap-1.5">
          {groups.map((group) => (
            <label
              key={group}
              className="inline-flex min-h-11 cursor-pointer items-center rounded-s border border-edge px-4 font-display font-semibold hover:border-ink has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-focus-visible:outline-3 has-focus-visible:outline-poppy"
            >
              <input
                type="radio"
                name={name}
                className="sr-only"
                checked={filters.state === group}
                onChange={() => void set({ state: group })}
              />
              {groupWords[group]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-[2fr_1.3fr_1.3fr_1fr_1fr]">
        <Field label="Search" className="col-span-2 md:col-span-1">
          {(wired) => (
            <input
              {...wired}
              type="search"
              value={filters.q}
              maxLength={100}
              onChange={(event) => void set({ q: event.target.value })}
              className={inputLook}
              placeholder="Words in the title"
            />
          )}
        </Field>
        <Field label="Skill">
          {(wired) => (
            <select
              {...wired}
              className={inputLook}
              value={filters.skill ?? ""}
              onChange={(event) =>
                void set({ skill: event.target.value === "" ? null : Number(event.target.value) })
              }
            >
              <option value="">All skills</option>
              {skills.data?.items.map((skill) => (
                <option key={skill.skillId} value={skill.skillId}>
                  #{skill.symbol}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Order">
          {(wired) => (
            <select
              {...wired}
              className={inputLook}
              value={filters.sort}
              onChange={(event) =>
                void set({ sort: sorts.find((sort) => sort === event.target.value) ?? "newest" })
              }
            >
              {sorts.map((sort) => (
                <option key={sort} value={sort}>
                  {sortWords[sort]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="From PEER">
          {(wired) => (
            <input
              {...wired}
              inputMode="decimal"
              value={filters.min}
              onChange={(event) => void set({ min: event.target.value })}
              className={inputLook}
            />
          )}
        </Field>
        <Field label="To PEER">
          {(wired) => (
            <input
              {...wired}
              inputMode="decimal"
              value={filters.max}
              onChange={(event) => void set({ max: event.target.value })}
              className={inputLook}
            />
          )}
        </Field>
      </div>
    </search>
  );
}
