/** Door `@peercommons/sdk/abi`: what each contract offers, generated from the contracts themselves. */
export { basicIncomeAbi } from "./generated/abi/BasicIncome.ts";
export { botsAbi } from "./generated/abi/Bots.ts";
export { clearingAbi } from "./generated/abi/Clearing.ts";
export { creditLinesAbi } from "./generated/abi/CreditLines.ts";
export { forwarderAbi } from "./generated/abi/Forwarder.ts";
export { gateAbi } from "./generated/abi/Gate.ts";
export { ledgerAbi } from "./generated/abi/Ledger.ts";
export { levelsAbi } from "./generated/abi/Levels.ts";
export { membersAbi } from "./generated/abi/Members.ts";
export { personhoodAbi } from "./generated/abi/Personhood.ts";
export { playDollarAbi } from "./generated/abi/PlayDollar.ts";
export { skillsAbi } from "./generated/abi/Skills.ts";
export { splitterAbi } from "./generated/abi/Splitter.ts";
export { sponsorshipAbi } from "./generated/abi/Sponsorship.ts";
export { taskMarketAbi } from "./generated/abi/TaskMarket.ts";
export { welcomeDeskAbi } from "./generated/abi/WelcomeDesk.ts";
