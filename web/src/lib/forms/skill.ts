import type { SkillSummary } from "@peercommons/sdk/schemas";

export type SkillErrors = Partial<Record<"name" | "symbol" | "about", string>>;

/** What keeps a new skill from being created; the contract checks the same. */
export function checkSkill(p: {
  name: string;
  symbol: string;
  about: string;
  existing: readonly SkillSummary[];
}): SkillErrors {
  const errors: SkillErrors = {};
  const bytes = new TextEncoder().encode(p.name.trim()).length;
  if (bytes === 0) errors.name = "Give the skill a name that people understand.";
  if (bytes > 64) errors.name = "The name is too long: 64 letters fit. Shorten it.";
  if (!/^[a-z0-9-]{2,16}$/.test(p.symbol))
    errors.symbol = "The short word has 2 to 16 of a to z, 0 to 9 and dashes, nothing else.";
  const taken = p.existing.find((skill) => skill.symbol === p.symbol);
  if (taken) errors.symbol = `#${p.symbol} is taken by ${taken.name}. Choose another word.`;
  if (p.about.length > 4_000) errors.about = "The description has more than 4,000 characters. Shorten it.";
  return errors;
}

/** A short word made out of a name, as a first guess. */
export const symbolOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 16)
    .replace(/-+$/, "");
