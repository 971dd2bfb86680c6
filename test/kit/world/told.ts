// A town read once: what its contracts said, and what they hold.
import type { Deployment } from "@peercommons/sdk";
import type { Address } from "viem";
import { deploymentOf } from "../deployment.ts";
import type { Town } from "../fixture.ts";
import { type AnyTold, addressesOf, eventsOf, type Name } from "./events.ts";
import { heldBy } from "./held.ts";
import { type Layout, layoutOf, slotHex } from "./layout.ts";
import { StoryBroken } from "./store.ts";
import { copiesOf } from "./tasks.ts";
import { rebuild, type World } from "./world.ts";

export type ToldTown = {
  deployment: Deployment;
  addresses: Record<Name, Address>;
  layouts: Record<Name, Layout>;
  events: AnyTold[];
  held: Map<Address, Map<bigint, bigint>>;
};

/** An event as the tests name it. */
export const nameOf = ({ contract, log }: AnyTold) => `${contract}.${log.eventName}`;

export async function readTown(town: Town): Promise<ToldTown> {
  const addresses = addressesOf(town);
  const layouts = {} as Record<Name, Layout>;
  for (const name of Object.keys(addresses) as Name[]) layouts[name] = await layoutOf(name);
  const events = await eventsOf(town);
  const held = await heldBy(town, Object.values(addresses));
  return { deployment: await deploymentOf(town), addresses, layouts, events, held };
}

/** The world, or why the events do not even make one. */
function attempt(make: () => World): World | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof StoryBroken) return error.message;
    throw error;
  }
}

/**
 * A line for each word that the events do not explain.
 * @param ignored an event passed over, to see that it is missed
 */
export function unexplained(told: ToldTown, ignored?: string): string[] {
  const { deployment, addresses, layouts, events, held } = told;
  const heard = events.filter((event) => nameOf(event) !== ignored);
  const world = attempt(() => rebuild(deployment, layouts, heard));
  if (typeof world === "string") return [world];
  const lines: string[] = [];
  for (const name of Object.keys(addresses) as Name[]) {
    const store = world.stores[name];
    const words = held.get(addresses[name]) ?? new Map<bigint, bigint>();
    const copies = name === "TaskMarket" ? copiesOf(world) : new Map<bigint, readonly bigint[]>();
    for (const slot of new Set([...words.keys(), ...store.words.keys()])) {
      const holds = words.get(slot) ?? 0n;
      const expected = copies.get(slot) ?? [store.words.get(slot) ?? 0n];
      if (expected.includes(holds)) continue;
      const says = expected.map(slotHex).join(" or ");
      lines.push(
        `${name} ${store.names.get(slot) ?? slotHex(slot)} holds ${slotHex(holds)}, events say ${says}`,
      );
    }
  }
  return lines;
}
