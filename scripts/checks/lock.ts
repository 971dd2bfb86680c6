// What must hold of a lock so that everybody can install from it. Pure.
import { missingOptional, platformOf } from "../lockfile.mjs";

type Lock = {
  packages: Record<
    string,
    { resolved?: string; version?: string; integrity?: string; link?: boolean; optional?: boolean }
  >;
};

export function lockProblems(file: string, text: string): string[] {
  const lock: Lock = JSON.parse(text);
  const problems = Object.entries(lock.packages).flatMap(([path, entry]) => {
    if (!path.includes("node_modules/") || entry.link) return [];
    if (entry.resolved?.includes("://"))
      return [
        `${file}: ${path} names a download address. Make the lock with the repository's .npmrc (omit-lockfile-registry-resolved).`,
      ];
    if (entry.integrity === undefined && !entry.optional) return [`${file}: ${path} has no hash.`];
    return [];
  });
  const missing = [...missingOptional(lock).values()].filter(
    ({ name, version }) => platformOf(name) && /^\d/.test(version),
  );
  if (missing.length > 0)
    problems.push(
      `${file}: ${missing.length} packages of other platforms are missing, and \`npm ci\` would refuse it. Run: node scripts/lockfile.mjs`,
    );
  return problems;
}
