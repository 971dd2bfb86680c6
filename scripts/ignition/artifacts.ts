import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Artifact, ArtifactResolver } from "@nomicfoundation/ignition-core";
import { root } from "../root.ts";

const rooms: Record<string, string> = {
  Forwarder: "people",
  Members: "people",
  WelcomeDesk: "people",
  Sponsorship: "people",
  Ledger: "credit",
  CreditLines: "credit",
  BasicIncome: "credit",
  Clearing: "credit",
  Gate: "credit",
  PlayDollar: "credit",
  Skills: "skill",
  Levels: "skill",
  Bots: "commons",
  Splitter: "commons",
  TaskMarket: "work",
};

/** Gives Ignition what Hardhat's build left in artifacts/, so that deploying needs no compiler. */
export const artifactResolver: ArtifactResolver = {
  async loadArtifact(name: string): Promise<Artifact> {
    const file = join(root, "artifacts", "contracts", rooms[name] ?? "", `${name}.sol`, `${name}.json`);
    try {
      return JSON.parse(await readFile(file, "utf8"));
    } catch (cause) {
      throw new Error(
        `The contract ${name} is not built (no ${file}). Run npm run build, then deploy again.`,
        { cause },
      );
    }
  },
  // Only for verifying sources with explorers.
  getBuildInfo: async () => undefined,
};
