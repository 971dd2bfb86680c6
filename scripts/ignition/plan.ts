import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Address, Hex, PublicClient } from "viem";
import { writeWhole } from "./files.ts";
import { hasJournal } from "./journal.ts";
import type { Founder, PersonhoodName, TownPlan } from "./PeerCommons.ts";
import { predictAddresses } from "./predict.ts";

/** What a resumed deployment must find unchanged. */
type SavedPlan = TownPlan & { chainId: number; genesis: Hex; deployer: Address };

/**
 * The plan of the deployment in `state`, or a new one. Predicted addresses hang on the deployer's nonce, so the plan is
 * written down before the first transaction.
 * @throws Error with a sentence when the state belongs to another chain or deployer
 */
export async function planOf(parameters: {
  client: PublicClient;
  state: string;
  deployer: Address;
  personhood: PersonhoodName;
  governor?: Address;
  founders?: readonly Founder[];
}): Promise<TownPlan> {
  const { client, state, deployer, personhood } = parameters;
  const file = join(state, "plan.json");
  const [chainId, { hash: genesis }, nonce] = await Promise.all([
    client.getChainId(),
    client.getBlock({ blockNumber: 0n }),
    client.getTransactionCount({ address: deployer }),
  ]);
  // Without a journal nothing was sent yet, and the nonce may have moved since the plan was made.
  if (existsSync(file) && hasJournal(state)) {
    const saved: SavedPlan = JSON.parse(await readFile(file, "utf8"));
    if (saved.chainId !== chainId || saved.genesis !== genesis || saved.deployer !== deployer) {
      throw new Error(
        `The deployment in ${state} was begun on another chain or by another account (chain ${saved.chainId}, ` +
          `deployer ${saved.deployer}). Remove that folder to deploy a new town here.`,
      );
    }
    return saved;
  }
  const { Personhood, Splitter, TaskMarket } = predictAddresses({ deployer, nonce: BigInt(nonce) });
  const plan: SavedPlan = {
    personhood,
    governor: parameters.governor ?? deployer,
    founders: parameters.founders ?? [],
    predicted: { Personhood, Splitter, TaskMarket },
    chainId,
    genesis,
    deployer,
  };
  await mkdir(state, { recursive: true });
  await writeWhole(file, plan);
  return plan;
}
