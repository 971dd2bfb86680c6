import { join } from "node:path";
import {
  basicIncomeAbi,
  botsAbi,
  clearingAbi,
  creditLinesAbi,
  forwarderAbi,
  gateAbi,
  ledgerAbi,
  levelsAbi,
  membersAbi,
  skillsAbi,
  splitterAbi,
  sponsorshipAbi,
  taskMarketAbi,
} from "@peercommons/sdk/abi";
import { createConfig } from "ponder";
import { environment } from "./environment.ts";
import { deployment } from "./town.ts";

const { contracts, startBlock } = deployment;
const local = deployment.chainId === 31337;
const at = { chain: "town", startBlock } as const;

/** Ponder paces each RPC address by itself, so a local node, which ignores the query, is named ten times. */
const rpc = local
  ? environment.rpc.flatMap((url) => Array.from({ length: 10 }, (_, n) => `${url}/?n=${n}`))
  : environment.rpc;

export default createConfig({
  database: environment.databaseUrl
    ? { kind: "postgres", connectionString: environment.databaseUrl }
    : { kind: "pglite", directory: join(environment.indexerState, "pglite") },
  chains: {
    town: {
      id: deployment.chainId,
      rpc,
      // A subscription says nothing before the next block, and on a quiet local chain that can be long after the start. Asking a
      // local node ten times a second is as quick and costs nothing.
      ...(environment.ws && !local ? { ws: environment.ws } : {}),
      pollingInterval: local ? 100 : 1_000,
      // A shared database outlives local chains, which all have the same id; the embedded one is cleared with its chain.
      disableCache: local && environment.databaseUrl !== undefined,
    },
  },
  contracts: {
    BasicIncome: { ...at, abi: basicIncomeAbi, address: contracts.BasicIncome },
    Bots: { ...at, abi: botsAbi, address: contracts.Bots },
    Clearing: { ...at, abi: clearingAbi, address: contracts.Clearing },
    CreditLines: { ...at, abi: creditLinesAbi, address: contracts.CreditLines },
    Forwarder: { ...at, abi: forwarderAbi, address: contracts.Forwarder },
    Gate: { ...at, abi: gateAbi, address: contracts.Gate },
    Ledger: { ...at, abi: ledgerAbi, address: contracts.Ledger },
    Levels: { ...at, abi: levelsAbi, address: contracts.Levels },
    Members: { ...at, abi: membersAbi, address: contracts.Members },
    Skills: { ...at, abi: skillsAbi, address: contracts.Skills },
    Splitter: { ...at, abi: splitterAbi, address: contracts.Splitter },
    Sponsorship: { ...at, abi: sponsorshipAbi, address: contracts.Personhood },
    TaskMarket: { ...at, abi: taskMarketAbi, address: contracts.TaskMarket },
  },
});
