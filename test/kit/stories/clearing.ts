// Invoices: written, netted in a circle, paid in part, waived, struck out.
import { edge, owe } from "../clearing.ts";
import { deployTown, PEER, type Town } from "../fixture.ts";
import { as } from "../people.ts";

export async function clearingStory(): Promise<Town> {
  const town = await deployTown();
  const { clearing } = town;
  const [ada, bo, cem] = town.founders;
  const circle = [
    await owe(town, ada, bo, 9n * PEER),
    await owe(town, bo, cem, 7n * PEER),
    await owe(town, cem, ada, 8n * PEER),
  ] as const;
  await clearing.write.clear([circle.map((id) => edge(id, 6n * PEER))]);
  await clearing.write.settle([ada.id, [edge(circle[0], PEER)], [bo.id]], as(ada));
  await clearing.write.settle([ada.id, [edge(circle[0], PEER), edge(circle[1], PEER)], [cem.id]], as(ada));
  await clearing.write.cancelObligation([ada.id, 1], as(ada));
  await clearing.write.cancelObligation([ada.id, 2], as(ada));
  for (let number = 10; number < 70; number++) await owe(town, ada, bo, BigInt(number), { number });
  return town;
}
