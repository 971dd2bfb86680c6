// Everything a town's contracts have said, in order, with the second it was said at.
import { abis } from "@peercommons/sdk";
import { type Abi, type Address, type ParseEventLogsReturnType, parseEventLogs } from "viem";
import type { Town } from "../fixture.ts";

export type Name = keyof typeof abis;

/** A contract's log, told apart by the name of its event. */
export type LogOf<N extends Name> = ParseEventLogsReturnType<(typeof abis)[N], undefined, true>[number];

/** @param at unix second of its block */
export type Told<N extends Name> = { contract: N; log: LogOf<N>; at: bigint };
export type AnyTold = { [N in Name]: Told<N> }[Name];

/** Where each contract of the town lives. */
export const addressesOf = (town: Town): Record<Name, Address> => ({
  Forwarder: town.forwarder.address,
  Members: town.members.address,
  Ledger: town.ledger.address,
  BasicIncome: town.basicIncome.address,
  CreditLines: town.creditLines.address,
  Sponsorship: town.sponsorship.address,
  WelcomeDesk: town.welcomeDesk.address,
  Skills: town.skills.address,
  Bots: town.bots.address,
  Splitter: town.splitter.address,
  Clearing: town.clearing.address,
  Gate: town.gate.address,
  Levels: town.levels.address,
  TaskMarket: town.taskMarket.address,
});

/** Reads the logs and nothing else; one that no ABI explains is an error, for it may be what changed a word. */
export async function eventsOf(town: Town): Promise<AnyTold[]> {
  const times = new Map<bigint, bigint>();
  const told: AnyTold[] = [];
  for (const [contract, address] of Object.entries(addressesOf(town)) as [Name, Address][]) {
    const logs = await town.publicClient.getLogs({ address, fromBlock: 0n });
    const abi: Abi = abis[contract];
    const parsed = parseEventLogs({ abi, logs, strict: true });
    if (parsed.length !== logs.length)
      throw new Error(`${contract} said ${logs.length} things, its ABI explains ${parsed.length}.`);
    for (const log of parsed) {
      let at = times.get(log.blockNumber);
      if (at === undefined) {
        at = (await town.publicClient.getBlock({ blockNumber: log.blockNumber })).timestamp;
        times.set(log.blockNumber, at);
      }
      // The contract's own ABI read it, so it is one of that contract's logs.
      told.push({ contract, log, at } as unknown as AnyTold);
    }
  }
  return told.sort(
    (a, b) => Number(a.log.blockNumber - b.log.blockNumber) || a.log.logIndex - b.log.logIndex,
  );
}
