// Made by `npm run generate` from the contracts. Do not edit.
import { basicIncomeAbi } from "./abi/BasicIncome.ts";
import { botsAbi } from "./abi/Bots.ts";
import { creditLinesAbi } from "./abi/CreditLines.ts";
import { forwarderAbi } from "./abi/Forwarder.ts";
import { ledgerAbi } from "./abi/Ledger.ts";
import { levelsAbi } from "./abi/Levels.ts";
import { membersAbi } from "./abi/Members.ts";
import { personhoodAbi } from "./abi/Personhood.ts";
import { seatListenerAbi } from "./abi/SeatListener.ts";
import { skillsAbi } from "./abi/Skills.ts";
import { splitterAbi } from "./abi/Splitter.ts";
import { sponsorshipAbi } from "./abi/Sponsorship.ts";
import { taskMarketAbi } from "./abi/TaskMarket.ts";

/** Every contract's ABI by its name in Solidity. */
export const abis = {
  BasicIncome: basicIncomeAbi,
  Bots: botsAbi,
  CreditLines: creditLinesAbi,
  Forwarder: forwarderAbi,
  Ledger: ledgerAbi,
  Levels: levelsAbi,
  Members: membersAbi,
  Personhood: personhoodAbi,
  SeatListener: seatListenerAbi,
  Skills: skillsAbi,
  Splitter: splitterAbi,
  Sponsorship: sponsorshipAbi,
  TaskMarket: taskMarketAbi,
} as const;
