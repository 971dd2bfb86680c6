// Made by `npm run generate` from the contracts. Do not edit.
import { basicIncomeAbi } from "./abi/BasicIncome.ts";
import { botsAbi } from "./abi/Bots.ts";
import { clearingAbi } from "./abi/Clearing.ts";
import { creditLinesAbi } from "./abi/CreditLines.ts";
import { forwarderAbi } from "./abi/Forwarder.ts";
import { gateAbi } from "./abi/Gate.ts";
import { keyListenerAbi } from "./abi/KeyListener.ts";
import { ledgerAbi } from "./abi/Ledger.ts";
import { ledgerWordAbi } from "./abi/LedgerWord.ts";
import { levelsAbi } from "./abi/Levels.ts";
import { membersAbi } from "./abi/Members.ts";
import { personhoodAbi } from "./abi/Personhood.ts";
import { playDollarAbi } from "./abi/PlayDollar.ts";
import { seatListenerAbi } from "./abi/SeatListener.ts";
import { signedActsAbi } from "./abi/SignedActs.ts";
import { skillListenerAbi } from "./abi/SkillListener.ts";
import { skillsAbi } from "./abi/Skills.ts";
import { splitterAbi } from "./abi/Splitter.ts";
import { sponsorshipAbi } from "./abi/Sponsorship.ts";
import { taskMarketAbi } from "./abi/TaskMarket.ts";
import { welcomeDeskAbi } from "./abi/WelcomeDesk.ts";

/** Every contract's ABI by its name in Solidity. */
export const abis = {
  BasicIncome: basicIncomeAbi,
  Bots: botsAbi,
  Clearing: clearingAbi,
  CreditLines: creditLinesAbi,
  Forwarder: forwarderAbi,
  Gate: gateAbi,
  KeyListener: keyListenerAbi,
  Ledger: ledgerAbi,
  LedgerWord: ledgerWordAbi,
  Levels: levelsAbi,
  Members: membersAbi,
  Personhood: personhoodAbi,
  PlayDollar: playDollarAbi,
  SeatListener: seatListenerAbi,
  SignedActs: signedActsAbi,
  SkillListener: skillListenerAbi,
  Skills: skillsAbi,
  Splitter: splitterAbi,
  Sponsorship: sponsorshipAbi,
  TaskMarket: taskMarketAbi,
  WelcomeDesk: welcomeDeskAbi,
} as const;
