import { operateTypedData, writeOperatorConsent } from "@peercommons/sdk";
import { zeroHash } from "viem";
import { HostError } from "../home.ts";
import { maxBots } from "../keystore.ts";
import { findModel } from "../model/catalogue.ts";
import { openHost } from "./host.ts";

export type ConsentOptions = {
  home?: string;
  passphraseFile?: string;
  creator: number;
  skill: number;
  model: string;
  compute: number;
  days: number;
};

/** Signs that this host will run a bot, and prints the word its creator pastes into the dApp. Takes the first key no bot has yet. */
export async function consent(options: ConsentOptions): Promise<void> {
  const { home, keys, town, indexer, journal } = await openHost(options);
  journal.close();
  const { manifest } = findModel(home, options.model);
  const taken = new Set((await indexer.bots()).map(({ operator }) => operator.toLowerCase()));
  const account = Array.from({ length: maxBots }, (_, index) => keys.operator(index)).find(
    ({ address }) => !taken.has(address.toLowerCase()),
  );
  if (account === undefined)
    throw new HostError(
      `This host runs ${maxBots} bots already, and that is the most.`,
      "Set up another host in another folder.",
    );
  const terms = {
    creatorId: options.creator,
    skillId: options.skill,
    computeBps: options.compute * 100,
    modelHash: `0x${manifest.sha256}` as const,
    sealingKey: zeroHash,
  };
  const deadline = Math.floor(Date.now() / 1_000) + options.days * 86_400;
  const signature = await account.signTypedData(
    operateTypedData(town.deployment, { ...terms, deadline: BigInt(deadline) }),
  );
  const word = writeOperatorConsent({
    ...terms,
    deadline,
    signature,
    operator: account.address,
    deploymentId: town.deployment.deploymentId,
  });
  console.log(
    `Account ${options.creator} may register a bot in skill ${options.skill} that runs ${manifest.name} at ${account.address}, with ${options.compute} % of each price for computing.`,
  );
  console.log(`Paste this on the skill's page in the dApp within ${options.days} days:\n\n${word}\n`);
}
