import type { Abi } from "viem";
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
  welcomeDeskAbi,
} from "./abi.ts";

/**
 * Names of a deployment's contracts, as in deployment.json.
 * @example
 * contractNames.includes("Ledger") // true
 */
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
export type ContractName = (typeof contractNames)[number];

/**
 * Every ABI by the contract's name, personhood checks by their own.
 * @example
 * abis.Ledger === ledgerAbi
 */
export const abis = {
  Forwarder: forwarderAbi,
  Ledger: ledgerAbi,
  Members: membersAbi,
  Sponsorship: sponsorshipAbi,
  WelcomeDesk: welcomeDeskAbi,
  Skills: skillsAbi,
  Levels: levelsAbi,
  CreditLines: creditLinesAbi,
  BasicIncome: basicIncomeAbi,
  TaskMarket: taskMarketAbi,
  Bots: botsAbi,
  Splitter: splitterAbi,
  Clearing: clearingAbi,
  Gate: gateAbi,
} as const satisfies Record<string, Abi>;
