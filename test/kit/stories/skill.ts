// Skill: a tree, budgets spent over weeks, breadth, organisations and whoever backs them, levels falling with time.
import { DAY, deployTown, PEER, skip, type Town } from "../fixture.ts";
import { as } from "../people.ts";

export async function skillStory(): Promise<Town> {
  const town = await deployTown();
  const { levels, founders } = town;
  const [ada, bruno, cem] = founders;
  const design = await town.createSkill("design");
  const logo = await town.createSkill("logo", design, bruno);
  const worker = await town.join();
  const friend = await town.join();
  for (const skillId of [design, logo, logo])
    await town.finishTask(ada, worker, { skillId, price: 2n * PEER });
  await town.finishTask(bruno, worker, { skillId: logo, price: 6n * PEER });
  await skip(8 * DAY);
  for (const poster of [cem, bruno]) await town.finishTask(poster, worker, { skillId: logo, price: PEER });
  await town.finishTask(friend, worker, { skillId: logo, price: PEER });

  const organisation = await town.registerOrganisation();
  await town.pay(worker, organisation.address, 5n * PEER);
  const paid = () => town.finishTask(organisation, worker, { skillId: logo, price: PEER / 2n });
  await paid();
  await levels.write.nameBacker([organisation.id, cem.id], as(organisation));
  await paid();
  await levels.write.backOrganisation([cem.id, organisation.id], as(cem));
  await paid();
  // Backed by the worker: pays, but raises nobody.
  await levels.write.nameBacker([organisation.id, worker.id], as(organisation));
  await levels.write.backOrganisation([worker.id, organisation.id], as(worker));
  await paid();
  const left = await town.post(ada, { skillId: logo, price: PEER / 5n, flags: 1 });
  await town.untilEligible(left, (await levels.read.standingOf([worker.id, logo])).level);
  await town.claim(left, worker);
  await town.submit(left, worker);
  await skip(3 * DAY);
  await town.taskMarket.write.autoAccept([left]);
  await skip(200 * DAY);
  await town.members.write.renew([worker.id, "0x"], as(worker));
  await town.finishTask(organisation, worker, { skillId: design, price: PEER / 2n });
  await town.skills.write.setMarket([ada.address], { account: town.governor.account });
  return town;
}
