// Limits on what is deployed and on what has to be read. Pure.
import type { Artifact } from "../artifacts.ts";
import type { Source } from "./arrows.ts";

/** EIP-170: the most bytes a deployed contract may have. */
export const BYTECODE_LIMIT = 24_576;

export type Size = { name: string; bytes: number; left: number };

/** Deployed sizes of our contracts, the biggest first. */
export function contractSizes(artifacts: readonly Artifact[]): Size[] {
  return artifacts
    .filter(
      ({ source, deployedBytecode }) => !source.startsWith("contracts/mocks/") && deployedBytecode !== "",
    )
    .map(({ name, deployedBytecode }) => ({
      name,
      bytes: deployedBytecode.length / 2,
      left: BYTECODE_LIMIT - deployedBytecode.length / 2,
    }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** Most lines a hand-written source file may have: one idea a file. */
export function lineLimit(path: string): number {
  if (/^contracts\/.*\.sol$/.test(path)) return 600;
  return /^test\/|\.test\.tsx?$/.test(path) ? 600 : 300;
}

export function tooLong(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const lines = text.split("\n").length - 1;
    const limit = lineLimit(path);
    return lines > limit ? [`${path}: ${lines} lines, at most ${limit}. Split it by idea.`] : [];
  });
}
