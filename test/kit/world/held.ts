// What the chain holds: every word that any transaction changed, and what is there now.
import type { Address, Hex } from "viem";
import type { Town } from "../fixture.ts";
import { slotHex } from "./layout.ts";

/** What a transaction left in storage: of each account, the words that changed. */
type Diff = Record<"pre" | "post", Record<Hex, { storage?: Record<Hex, Hex> }>>;

/** Every slot that any transaction since the genesis changed, by the contract's address in lower case. */
async function touchedSlots(town: Town): Promise<Map<string, Set<bigint>>> {
  const { publicClient } = town;
  // The node's own record of a transaction; viem has no name for it.
  const request = publicClient.request as unknown as (call: {
    method: "debug_traceTransaction";
    params: [Hex, { tracer: "prestateTracer"; tracerConfig: { diffMode: true } }];
  }) => Promise<Diff>;
  const touched = new Map<string, Set<bigint>>();
  const last = await publicClient.getBlockNumber();
  for (let blockNumber = 1n; blockNumber <= last; blockNumber++) {
    const { transactions } = await publicClient.getBlock({ blockNumber });
    for (const hash of transactions) {
      const { pre, post } = await request({
        method: "debug_traceTransaction",
        params: [hash, { tracer: "prestateTracer", tracerConfig: { diffMode: true } }],
      });
      for (const [address, { storage = {} }] of [...Object.entries(pre), ...Object.entries(post)]) {
        const slots = touched.get(address) ?? new Set();
        for (const slot of Object.keys(storage)) slots.add(BigInt(slot));
        touched.set(address, slots);
      }
    }
  }
  return touched;
}

/** A contract's words by their slots. A slot that is not among them was never written, and holds zero. */
export async function heldBy(
  town: Town,
  contracts: readonly Address[],
): Promise<Map<Address, Map<bigint, bigint>>> {
  const touched = await touchedSlots(town);
  const held = new Map<Address, Map<bigint, bigint>>();
  for (const address of contracts) {
    const words = new Map<bigint, bigint>();
    for (const slot of touched.get(address.toLowerCase()) ?? [])
      words.set(slot, BigInt((await town.publicClient.getStorageAt({ address, slot: slotHex(slot) })) ?? 0));
    held.set(address, words);
  }
  return held;
}
