// The committed gas figures, and what has risen above them.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const snapshotFile = fileURLToPath(new URL("../../.gas-snapshot", import.meta.url));

const TOLERANCE = 0.005;

/** What costs noticeably more than the snapshot says, as sentences. */
export function gasRises(measured: Readonly<Record<string, number>>): string[] {
  if (!existsSync(snapshotFile))
    return ["There is no .gas-snapshot; write it with `npm run bench -- gas --write`."];
  const lines = readFileSync(snapshotFile, "utf8").trim().split("\n");
  const before = new Map(lines.map((line) => line.split(" ")).map(([name, value]) => [name, Number(value)]));
  return Object.entries(measured).flatMap(([name, value]) => {
    const old = before.get(name);
    if (old !== undefined && value <= old * (1 + TOLERANCE)) return [];
    const was = old === undefined ? "is not in .gas-snapshot" : `rose from ${old} to ${value} gas`;
    return [`${name} ${was}: run \`npm run bench -- gas --write\` and explain it in the commit.`];
  });
}
