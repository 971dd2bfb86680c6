import { z } from "zod";
import { address, amount, block, hash, signedAmount, time } from "./common.ts";

export const contractNames = [
  "Forwarder",
  "Ledger",
  "Members",
  "Personhood",
  "Skills",
  "Levels",
  "CreditLines",
  "BasicIncome",
  "TaskMarket",
  "Bots",
  "Splitter",
  "Clearing",
  "Gate",
] as const;

const contracts = z.object({
  Forwarder: address,
  Ledger: address,
  Members: address,
  Personhood: address,
  Skills: address,
  Levels: address,
  CreditLines: address,
  BasicIncome: address,
  TaskMarket: address,
  Bots: address,
  Splitter: address,
  Clearing: address,
  Gate: address,
});

/** Contents of deployment.json. */
export const deployment = z
  .object({
    chainId: z.int().positive(),
    deploymentId: hash,
    startBlock: block,
    startBlockHash: hash,
    contracts,
    personhood: z.enum(["WelcomeDesk", "Sponsorship"]),
  })
  .meta({ id: "Deployment" });

/** GET /v1/deployment: what is indexed, and how far. */
export const deploymentStatus = deployment
  .extend({ headBlock: block, indexedBlock: block, indexedAt: time, commons: address })
  .meta({ id: "DeploymentStatus" });

/** GET /v1/stats. */
export const stats = z
  .object({
    members: z.int(),
    organisations: z.int(),
    bots: z.int(),
    skills: z.int(),
    tasksOpen: z.int(),
    tasksInWork: z.int(),
    tasksDone: z.int(),
    tasksDoneByBots: z.int(),
    volume: amount.meta({ description: "paid for finished work, all time" }),
    volumeWeek: amount.meta({ description: "paid for finished work in the last seven days" }),
    commons: signedAmount.meta({ description: "balance of the commons" }),
    debt: amount.meta({ description: "sum of all negative balances" }),
    at: time,
  })
  .meta({ id: "Stats" });

export type DeploymentDocument = z.infer<typeof deployment>;
export type DeploymentStatus = z.infer<typeof deploymentStatus>;
export type Stats = z.infer<typeof stats>;
