// Commons: bots earn, splits are pushed on, a pot is taken; acts come signed, through the forwarder.
import { nonceOf, pay, signForwardRequest } from "@peercommons/sdk";
import { deploymentOf } from "../deployment.ts";
import { DAY, deployTown, HOUR, now, PEER, type Person, skip, type Town } from "../fixture.ts";

/** Sends what the person signed: alone, and two of another key in one batch of which one fails. */
async function relayed(town: Town, person: Person, to: Person): Promise<void> {
  const deployment = await deploymentOf(town);
  const sign = async (key: bigint, sequence: bigint, amount: bigint) => {
    const { request, signature } = await signForwardRequest({
      deployment,
      call: pay({ deployment, to: to.address, amount }),
      nonce: nonceOf({ key, sequence }),
      deadline: (await now()) + HOUR,
      walletClient: person.wallet,
    });
    return { ...request, signature };
  };
  const account = town.relayer.account;
  await town.forwarder.write.execute([await sign(0n, 0n, 1_000n)], { account });
  const batch = [await sign(5n, 0n, 2_000n), await sign(5n, 1n, 10n ** 15n)];
  await town.forwarder.write.executeBatch([batch], { account });
}

export async function commonsStory(): Promise<Town> {
  const town = await deployTown();
  const [ada, bruno] = town.founders;
  const skillId = await town.createSkill("logo");
  const first = await town.registerBot(skillId);
  const second = await town.registerBot(
    skillId,
    { computeBps: 500, commonsBps: 5_000, potBps: 8_000 },
    bruno,
  );
  for (const bot of [first, second, first]) {
    const taskId = await town.post(ada, { skillId, price: 3n * PEER });
    await town.deliver(taskId, bot);
    await town.accept(taskId, ada);
    await town.splitter.write.push([bot.id]);
    await skip(2 * DAY);
  }
  await relayed(town, bruno, ada);
  const pots = town.newWallet();
  await town.splitter.write.setPots([pots.account.address], { account: town.governor.account });
  await town.splitter.write.takePot([skillId], { account: pots.account });
  return town;
}
