import { contractNames, deploymentIdOf, parseDeployment } from "@peercommons/sdk";
import { numberToHex } from "viem";

const startBlockHash = `0x${"51".repeat(32)}` as const;
const contracts = Object.fromEntries(
  contractNames.map((name, index) => [name, numberToHex(0x1000 + index, { size: 20 })]),
);

/** A deployment nobody deployed, for signing in its domains. */
export const deployment = parseDeployment({
  chainId: 31_337,
  deploymentId: deploymentIdOf({ chainId: 31_337, ledger: contracts.Ledger ?? "0x", startBlockHash }),
  startBlock: 7,
  startBlockHash,
  contracts,
  personhood: "WelcomeDesk",
});
