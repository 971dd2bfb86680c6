// Money: payments of every kind, debts and returns, rates, operators, income, rotation with what is owed.
import { payTypedData, permitTypedData } from "@peercommons/sdk";
import { numberToHex, pad, parseSignature, zeroHash } from "viem";
import { deploymentOf } from "../deployment.ts";
import { contentId, DAY, deployTown, now, PEER, type Person, skip, type Town } from "../fixture.ts";
import { as, rotation } from "../people.ts";

const forever = 2n ** 48n;

/** An address that is no account. */
const nobodys = (n: number) => pad(numberToHex(n), { size: 20 });

/** Payments by key and by signature, and what others may spend. */
async function payments(town: Town): Promise<void> {
  const [ada, bruno, cem] = town.founders;
  const { ledger } = town;
  const deployment = await deploymentOf(town);
  await town.pay(ada, bruno.address, 4n * PEER);
  await ledger.write.pay([cem.address, PEER, contentId("memo")], as(bruno));
  await ledger.write.pay([ada.address, PEER, zeroHash], as(ada));
  await ledger.write.transfer([cem.address, PEER], as(bruno));
  for (const nonce of [0n, 7n << 64n, (7n << 64n) + 1n]) {
    const message = {
      from: bruno.address,
      to: cem.address,
      amount: 1_000n,
      memo: zeroHash,
      nonce,
      deadline: forever,
    };
    const signature = await bruno.wallet.signTypedData(payTypedData(deployment, message));
    await ledger.write.payBySig([bruno.address, cem.address, 1_000n, zeroHash, nonce, forever, signature]);
  }
  const permit = { owner: cem.address, spender: ada.address, value: PEER, nonce: 0n, deadline: forever };
  const { r, s, yParity } = parseSignature(
    await cem.wallet.signTypedData(permitTypedData(deployment, permit)),
  );
  await ledger.write.permit([cem.address, ada.address, PEER, forever, yParity + 27, r, s]);
  await ledger.write.transferFrom([cem.address, bruno.address, 400_000n], as(ada));
  await ledger.write.approve([ada.address, 2n ** 256n - 1n], as(bruno));
  await ledger.write.transferFrom([bruno.address, ada.address, 10_000n], as(ada));
}

/** Into debt and back, from debtor to debtor, and over midnights. */
async function debts(town: Town): Promise<void> {
  const [ada, bruno] = town.founders;
  const cem = await town.join();
  await skip(3 * DAY);
  await town.pay(bruno, ada.address, PEER);
  const poor = await town.join();
  await town.pay(poor, ada.address, 2n * PEER);
  await skip(DAY);
  await town.pay(poor, ada.address, PEER);
  await town.pay(ada, poor.address, PEER / 2n);
  await town.pay(cem, poor.address, 6n * PEER);
  await town.pay(cem, nobodys(0xabc1), PEER);
}

/** What only the governor does. */
async function governing(town: Town): Promise<void> {
  const { ledger, governor } = town;
  const asGovernor = { account: governor.account };
  const [operator, other] = [nobodys(0xabc2), nobodys(0xabc3)];
  await ledger.write.setRate([1_000_000], asGovernor);
  await ledger.write.setSigma([9_000], asGovernor);
  await ledger.write.proposeOperator([operator], asGovernor);
  await ledger.write.proposeOperator([other], asGovernor);
  await ledger.write.proposeOperator([nobodys(0xabc4)], asGovernor);
  await ledger.write.withdrawOperator([nobodys(0xabc4)], asGovernor);
  await skip(31 * DAY);
  await ledger.write.setRate([1_200_000], asGovernor);
  await ledger.write.setSigma([9_500], asGovernor);
  await ledger.write.addOperator([operator]);
  await ledger.write.allowOperator([operator, true], as(town.founders[0]));
  await ledger.write.proposeOperator([other], asGovernor);
  await ledger.write.setGovernor([other], asGovernor);
}

/** Weeks opened and missed, claimed and expired. */
async function income(town: Town): Promise<void> {
  const [ada, bruno] = town.founders;
  for (const weeks of [1, 1, 3]) {
    await skip(weeks * 7 * DAY);
    await town.basicIncome.write.openEpoch();
  }
  await town.basicIncome.write.claim([ada.id]);
  for (let week = 0; week < 9; week++) {
    await skip(7 * DAY);
    await town.pay(bruno, ada.address, 1n);
    await town.basicIncome.write.openEpoch();
  }
  await town.basicIncome.write.claim([bruno.id]);
  await skip(11 * 7 * DAY);
  await town.basicIncome.write.claim([ada.id]);
}

/** Keys change in debt, in cash, onto an address that has money, before income was claimed. */
async function rotations(town: Town): Promise<Person[]> {
  const people: Person[] = [];
  for (const change of ["debt", "cash", "met"] as const) {
    const person = await town.join();
    const rich = await town.join();
    const fresh = town.newWallet();
    if (change === "debt") await town.pay(person, rich.address, 3n * PEER);
    else await town.pay(rich, person.address, 3n * PEER);
    if (change !== "cash") await town.pay(rich, fresh.account.address, 4n * PEER);
    await skip(2 * DAY);
    const deadline = BigInt((await now()) + DAY);
    await town.members.write.rotate(await rotation(town, person.id, fresh, deadline), as(person));
    people.push(await town.personOf(fresh));
  }
  return people;
}

export async function creditStory(): Promise<Town> {
  const town = await deployTown();
  await payments(town);
  await debts(town);
  await rotations(town);
  await governing(town);
  await debts(town);
  await income(town);
  return town;
}
