// What the contracts hold, rebuilt from what they said: one store a contract, filled event by event.
import type { Deployment, TaskOutcome } from "@peercommons/sdk";
import type { Hex } from "viem";
import { tellClearing } from "./clearing.ts";
import { tellBots, tellSplitter } from "./commons.ts";
import { tellIncome, tellLines } from "./credit.ts";
import type { AnyTold, Name } from "./events.ts";
import { tellGate } from "./gate.ts";
import type { Layout } from "./layout.ts";
import { tellLedger } from "./ledger.ts";
import { tellLevels } from "./levels.ts";
import { tellForwarder, tellMembers, tellSponsorship } from "./people.ts";
import { tellSkills } from "./skills.ts";
import { Store } from "./store.ts";
import { tellTasks } from "./tasks.ts";

export type World = {
  deployment: Deployment;
  stores: Record<Name, Store>;
  /** What storage does not keep, yet later events are read by. */
  memory: {
    /** By account: the key its deliveries are sealed to. */
    sealingKeys: Map<number, Hex>;
    /** By account: words `Members` held since it last told its listeners; any of them may be copied elsewhere. */
    accountWords: Map<number, bigint[]>;
    /** The ledger's word of an account that is being rotated. */
    rotating: bigint;
    /** How many sponsorships the last `SponsorshipUsed` frees without touching a bond. */
    freed: number;
    /** Outcome of the task that closed last. */
    outcome: TaskOutcome | null;
  };
};

const DAY = 86_400n;
export const dayOf = (second: bigint) => second / DAY;

/** An account's owner as `Members` has it at this point of the story. */
export const ownerOf = (world: World, accountId: number): Hex =>
  `0x${world.stores.Members.get("_accounts", accountId, "owner").toString(16).padStart(40, "0")}`;

function tell(world: World, told: AnyTold): void {
  if (told.contract === "Ledger") tellLedger(world, told);
  else if (told.contract === "Members") tellMembers(world, told);
  else if (told.contract === "TaskMarket") tellTasks(world, told);
  else if (told.contract === "Levels") tellLevels(world, told);
  else if (told.contract === "BasicIncome") tellIncome(world, told);
  else if (told.contract === "CreditLines") tellLines(world, told);
  else if (told.contract === "Sponsorship") tellSponsorship(world, told);
  else if (told.contract === "Skills") tellSkills(world, told);
  else if (told.contract === "Bots") tellBots(world, told);
  else if (told.contract === "Splitter") tellSplitter(world, told);
  else if (told.contract === "Clearing") tellClearing(world, told);
  else if (told.contract === "Gate") tellGate(world, told);
  else if (told.contract === "Forwarder") tellForwarder(world, told);
}

/** @param layouts where the compiler put each contract's variables */
export function rebuild(
  deployment: Deployment,
  layouts: Record<Name, Layout>,
  events: readonly AnyTold[],
): World {
  const stores = {} as Record<Name, Store>;
  for (const name of Object.keys(layouts) as Name[]) stores[name] = new Store(layouts[name]);
  const memory = { sealingKeys: new Map(), accountWords: new Map(), rotating: 0n, freed: 0, outcome: null };
  const world: World = { deployment, stores, memory };
  for (const told of events) tell(world, told);
  return world;
}
