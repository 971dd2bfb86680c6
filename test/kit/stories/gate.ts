// Money comes in through the gate and goes out again; a token is listed, closed and listed once more.
import { DAY, deployTown, PEER, skip, type Town } from "../fixture.ts";
import { as } from "../people.ts";

export async function gateStory(): Promise<Town> {
  const town = await deployTown();
  const { gate, playDollar, governor, founders, newWallet } = town;
  const asGovernor = { account: governor.account };
  await gate.write.delistToken([playDollar.address], asGovernor);
  await gate.write.proposeToken([newWallet().account.address], asGovernor);
  await gate.write.proposeToken([playDollar.address], asGovernor);
  await skip(30 * DAY);
  await gate.write.listToken([playDollar.address]);
  for (const person of founders) {
    await playDollar.write.approve([gate.address, 100n * PEER], as(person));
    await gate.write.deposit([person.id, playDollar.address, 80n * PEER], as(person));
    await gate.write.redeem([person.id, playDollar.address, 30n * PEER, person.address], as(person));
    await gate.write.redeem([person.id, playDollar.address, PEER, person.address], as(person));
    await skip(8 * DAY);
    await gate.write.redeem([person.id, playDollar.address, 2n * PEER, person.address], as(person));
  }
  for (let i = 0; i < 12; i++) {
    const person = await town.join();
    await playDollar.write.approve([gate.address, PEER], as(person));
    await gate.write.deposit([person.id, playDollar.address, PEER], as(person));
  }
  await gate.write.delistToken([playDollar.address], asGovernor);
  return town;
}
