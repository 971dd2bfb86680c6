import { type Deployment, deploymentIdOf, parseDeployment } from "@peercommons/sdk";
import type { Town } from "./fixture.ts";

/** The deployment as scripts write it, of the fixture's contracts. */
export async function deploymentOf(town: Town): Promise<Deployment> {
  const chainId = await town.publicClient.getChainId();
  const { hash } = await town.publicClient.getBlock({ blockNumber: 1n });
  return parseDeployment({
    chainId,
    deploymentId: deploymentIdOf({ chainId, ledger: town.ledger.address, startBlockHash: hash }),
    startBlock: 1,
    startBlockHash: hash,
    contracts: {
      Forwarder: town.forwarder.address,
      Ledger: town.ledger.address,
      Members: town.members.address,
      Personhood: town.welcomeDesk.address,
      Skills: town.skills.address,
      Levels: town.levels.address,
      CreditLines: town.creditLines.address,
      BasicIncome: town.basicIncome.address,
      TaskMarket: town.taskMarket.address,
      Bots: town.bots.address,
      Splitter: town.splitter.address,
      Clearing: town.clearing.address,
      Gate: town.gate.address,
    },
    personhood: "WelcomeDesk",
  });
}
