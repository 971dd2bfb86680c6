// People: seats taken, renewed, run out, left and taken again; keys, delegates, organisations; the check and the office handed on.
import { parseSignature, zeroHash } from "viem";
import { DAY, deployTown, networkHelpers, skip, type Town } from "../fixture.ts";
import { as, rotation } from "../people.ts";

/** Votes are given by act and by signature, and follow a key. */
async function votes(town: Town): Promise<void> {
  const { members, founders } = town;
  const [ada, bruno] = founders;
  const person = await town.join();
  await members.write.delegate([ada.address], as(person));
  const expiry = 2n ** 48n;
  const signature = await person.wallet.signTypedData({
    domain: {
      name: "PeerCommons Members",
      version: "1",
      chainId: await town.publicClient.getChainId(),
      verifyingContract: members.address,
    },
    types: {
      Delegation: [
        { name: "delegatee", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "expiry", type: "uint256" },
      ],
    },
    primaryType: "Delegation",
    message: { delegatee: bruno.address, nonce: 0n, expiry },
  });
  const { r, s, yParity } = parseSignature(signature);
  await members.write.delegateBySig([bruno.address, 0n, expiry, yParity + 27, r, s]);
  await members.write.rotate(await rotation(town, person.id, town.newWallet()), as(person));
  // Someone without a seat has a delegate already when the seat comes.
  const wallet = town.newWallet();
  await members.write.delegate([ada.address], { account: wallet.account });
  await town.join(wallet);
}

/** Two seats in one second are one checkpoint. */
async function sameSecond(town: Town): Promise<void> {
  await networkHelpers.setNextBlockBaseFeePerGas(0n);
  const { testClient } = town;
  const [first, second] = [town.newWallet(), town.newWallet()];
  await testClient.setAutomine(false);
  for (const wallet of [first, second])
    await town.members.write.join([zeroHash, "0x"], { account: wallet.account, gas: 2_000_000n });
  await testClient.mine({ blocks: 1 });
  await testClient.setAutomine(true);
}

export async function peopleStory(): Promise<Town> {
  const town = await deployTown();
  const { members, founders, governor } = town;
  const [ada, bruno, cem] = founders;
  await votes(town);
  await sameSecond(town);
  const organisation = await town.registerOrganisation();
  await members.write.setSealingKey([organisation.id, `0x${"11".repeat(32)}`], as(organisation));
  await members.write.setProfile([ada.id, `0x${"22".repeat(32)}`], as(ada));
  await skip(20 * DAY);
  await members.write.renew([ada.id, "0x"], as(ada));
  await members.write.leave([bruno.id], as(bruno));
  await skip(170 * DAY);
  await members.write.expire([cem.id]);
  await members.write.join([`0x${"33".repeat(32)}`, "0x"], as(bruno));
  await skip(181 * DAY);
  await members.write.renew([ada.id, "0x"], as(ada));
  await members.write.join([zeroHash, "0x"], as(bruno));
  const asGovernor = { account: governor.account };
  await members.write.proposePersonhood([town.sponsorship.address], asGovernor);
  await skip(31 * DAY);
  await members.write.setPersonhood();
  await members.write.proposePersonhood([town.welcomeDesk.address], asGovernor);
  await members.write.setGovernor([ada.address], asGovernor);
  return town;
}
