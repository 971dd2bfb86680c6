/** A small, stable number from a name or id: the same thing always gets the same mark. */
export function seedOf(text: string): number {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}

/** Shapes cut by hand on a 24-unit block; each fills about half of it. */
export const blocks = [
  "M12 2a10 10 0 1 1 0 20a10 10 0 0 1 0-20z",
  "M2 22V12a10 10 0 0 1 20 0v10z",
  "M3 21L12 3l9 18z",
  "M2 2h20v9.5H2zM2 15.5h12V22H2z",
  "M2 12C2 6 7 2 12 2c0 5-1 10-10 10zm20 0c0 6-5 10-10 10c0-5 1-10 10-10z",
  "M4 2h6v20H4zM14 8h6v14h-6z",
  "M12 1l3.2 7.8L23 12l-7.8 3.2L12 23l-3.2-7.8L1 12l7.8-3.2z",
  "M2 7.5a5.5 5.5 0 0 1 11 0V22H7.500a5.500 5.500 0 0 1-5.500-5.500zM15.500 3H22v12a6.500 6.500 0 0 1-6.500-6.500z",
] as const;
