// Sponsors: stand for a newcomer, take it back, are bonded, freed, and stand for a renewal.
import { DAY, deploySponsoredTown, PEER, type Person, skip, type Town, type Wallet } from "../fixture.ts";
import { as } from "../people.ts";

export async function sponsorsStory(): Promise<Town> {
  const town = await deploySponsoredTown();
  const { sponsorship, founders } = town;
  const [ada, bruno, cem] = founders;
  const sponsor = (who: Person, wallet: Wallet) =>
    sponsorship.write.sponsor([who.id, wallet.account.address], as(who));
  const wallet = town.newWallet();
  await sponsor(ada, wallet);
  await sponsor(bruno, wallet);
  await sponsorship.write.withdraw([ada.id, wallet.account.address], as(ada));
  await sponsor(cem, wallet);
  const newcomer = await town.join(wallet);
  // A bond stands, so those who stand for the renewal are freed at once.
  await skip(40 * DAY);
  await sponsor(ada, wallet);
  await sponsor(bruno, wallet);
  await town.members.write.renew([newcomer.id, "0x"], as(newcomer));
  // Back through zero and paid for a task: the bond ends.
  await town.pay(newcomer, ada.address, PEER);
  const skillId = await town.createSkill("logo");
  await town.finishTask(ada, newcomer, { skillId, price: 2n * PEER });
  await sponsorship.write.release([newcomer.id]);
  await skip(40 * DAY);
  const other = town.newWallet();
  await sponsor(ada, other);
  await sponsorship.write.withdraw([ada.id, other.account.address], as(ada));
  await sponsor(cem, other);
  return town;
}
