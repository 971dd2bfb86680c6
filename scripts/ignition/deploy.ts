import { deploy, type IgnitionModule, type SuccessfulDeploymentResult } from "@nomicfoundation/ignition-core";
import { type Deployment, deploymentIdOf, parseDeployment } from "@peercommons/sdk";
import {
  type Address,
  createPublicClient,
  getAddress,
  type Hex,
  http,
  type LocalAccount,
  type PublicClient,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { artifactResolver } from "./artifacts.ts";
import { writeWhole } from "./files.ts";
import { deployedInBlock, hasBegun, mendJournal, recordSent, type Sent } from "./journal.ts";
import {
  type ContractName,
  deploymentOrder,
  type Founder,
  type PersonhoodName,
  peerCommonsModule,
  sealId,
  sealModule,
  type TownPlan,
} from "./PeerCommons.ts";
import { planOf } from "./plan.ts";
import { signingProvider } from "./provider.ts";
import { wiringFaults } from "./wiring.ts";

export type DeployTownParameters = {
  rpcUrl: string;
  /** Where deployment.json is written. */
  file: string;
  /** Folder of the deployment's journal: an interrupted deployment goes on from there. */
  state: string;
  personhood: PersonhoodName;
  /** Who deploys; the local chain's first test account when it is not given. */
  deployer?: LocalAccount;
  /** Who may change rates, the arbiter and the personhood check; the deployer when it is not given. */
  governor?: Address;
  founders?: readonly Founder[];
};

/** Well known: its keys are public and belong on local chains only. */
const localMnemonic = "test test test test test test test test test test test junk";
const localChainId = 31337;

/**
 * Deploys, wires, checks and seals a town on a running chain, and writes deployment.json. Called again it resumes what was
 * cut short, and changes nothing in a finished town.
 * @throws Error with a sentence: what happened, why, what to do
 */
export async function deployTown(parameters: DeployTownParameters): Promise<Deployment> {
  const { rpcUrl, file, state } = parameters;
  const client = createPublicClient({ transport: http(rpcUrl) });
  const chainId = await client.getChainId();
  if (!parameters.deployer && chainId !== localChainId) {
    throw new Error(
      `The chain at ${rpcUrl} has id ${chainId}, and no deployer was named. The test account that deploys otherwise is for ` +
        `local chains (${localChainId}): name the account that deploys.`,
    );
  }
  const account = parameters.deployer ?? mnemonicToAccount(localMnemonic);
  const deployer = account.address;
  await mendJournal({ state, client });
  const plan = await planOf({ ...parameters, client, deployer });

  const beforeSending = (sent: Sent) => recordSent(state, sent);
  const journal = { state, deployer, provider: signingProvider({ rpcUrl, account, beforeSending }) };
  // A seal that was begun had passed the check; Ignition cannot run the module without it any more.
  if (!(await hasBegun(state, sealId))) {
    const addresses = addressesOf(await run(peerCommonsModule(plan), journal));
    await requireWired({ client, addresses, plan, deployer, state });
  }
  const addresses = addressesOf(await run(sealModule(plan), journal));

  const start = await startOf({ client, state, forwarder: addresses.Forwarder });
  const deployment = parseDeployment({
    chainId,
    deploymentId: deploymentIdOf({ chainId, ledger: addresses.Ledger, startBlockHash: start.startBlockHash }),
    ...start,
    contracts: addresses,
    personhood: plan.personhood,
  });
  await writeWhole(file, deployment);
  return deployment;
}

type Journal = { state: string; deployer: Address; provider: ReturnType<typeof signingProvider> };

async function run(
  ignitionModule: ReturnType<typeof peerCommonsModule> | ReturnType<typeof sealModule>,
  { state, deployer, provider }: Journal,
): Promise<SuccessfulDeploymentResult> {
  const result = await deploy({
    // The two modules differ in what they return; deploying needs neither type.
    ignitionModule: ignitionModule as IgnitionModule,
    provider,
    artifactResolver,
    deploymentDir: state,
    deploymentParameters: {},
    accounts: [deployer],
    defaultSender: deployer,
    config: { requiredConfirmations: 1, blockPollingInterval: 100 },
  });
  if (result.type !== "SUCCESSFUL_DEPLOYMENT") {
    const { type, ...details } = result;
    throw new Error(
      `The deployment did not finish (${type}: ${JSON.stringify(details)}). Start it again to go on; ` +
        `if it stops at the same place, remove ${state} and deploy a new town.`,
    );
  }
  return result;
}

/** @throws Error naming every wrong pointer; nothing may be sealed then */
async function requireWired(parameters: {
  client: PublicClient;
  addresses: Record<ContractName, Address>;
  plan: TownPlan;
  deployer: Address;
  state: string;
}): Promise<void> {
  const { governor, personhood } = parameters.plan;
  const faults = await wiringFaults({ ...parameters, governor, personhood });
  if (faults.length === 0) return;
  throw new Error(
    `The contracts are deployed but do not point at each other as they ought to, so the town was not sealed. ` +
      `${faults.join(" ")} Probably ${parameters.deployer} sent something else meanwhile: ` +
      `remove ${parameters.state} and deploy again.`,
  );
}

/** Ignition names a contract by its artifact; a town knows its personhood check by its office. */
function addressesOf({ contracts }: SuccessfulDeploymentResult): Record<ContractName, Address> {
  const byName = new Map(
    Object.values(contracts).map(({ contractName, address }) => [contractName, address]),
  );
  const entries = deploymentOrder.map((name) => {
    const found =
      name === "Personhood" ? (byName.get("WelcomeDesk") ?? byName.get("Sponsorship")) : byName.get(name);
    if (found === undefined)
      throw new Error(`The deployment holds no ${name}. Remove its state folder and deploy again.`);
    return [name, getAddress(found)];
  });
  return Object.fromEntries(entries);
}

/** The block of the first contract: where an indexer begins, and what names this town among a chain's histories. */
async function startOf(parameters: {
  client: PublicClient;
  state: string;
  forwarder: Address;
}): Promise<{ startBlock: number; startBlockHash: Hex }> {
  const { client, state, forwarder } = parameters;
  const blockNumber = await deployedInBlock({ state, address: forwarder });
  if (blockNumber === undefined) {
    throw new Error(
      `The journal in ${state} does not say when the forwarder was deployed. Remove it and deploy again.`,
    );
  }
  const block = await client.getBlock({ blockNumber });
  return { startBlock: Number(block.number), startBlockHash: block.hash };
}
