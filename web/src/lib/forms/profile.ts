export type ProfileErrors = Partial<Record<"name" | "about", string>>;

/** What keeps a profile from being published. */
export function checkProfile(p: { name: string; about: string }): ProfileErrors {
  const errors: ProfileErrors = {};
  const name = p.name.trim();
  if (name === "") errors.name = "Write the name you want to be known by.";
  if (name.length > 60) errors.name = `The name has ${name.length} characters and 60 fit. Shorten it.`;
  if (p.about.trim().length > 2_000) errors.about = "The text has more than 2,000 characters. Shorten it.";
  return errors;
}
