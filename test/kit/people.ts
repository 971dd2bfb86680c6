import { type Hex, maxUint256 } from "viem";
import type { Person, Town, Wallet } from "./fixture.ts";

/** Acts as this person. */
export const as = (person: Person) => ({ account: person.wallet.account });

/** Rotation of `accountId`, signed by the new owner. */
export async function rotation(
  town: Town,
  accountId: number,
  to: Wallet,
  deadline = maxUint256,
  newOwner?: Hex,
) {
  const owner = newOwner ?? to.account.address;
  const signature = await to.signTypedData({
    domain: {
      name: "PeerCommons Members",
      version: "1",
      chainId: await town.publicClient.getChainId(),
      verifyingContract: town.members.address,
    },
    types: {
      Rotate: [
        { name: "accountId", type: "uint32" },
        { name: "newOwner", type: "address" },
        { name: "deadline", type: "uint256" },
      ],
    },
    primaryType: "Rotate",
    message: { accountId, newOwner: owner, deadline },
  });
  return [accountId, owner, deadline, signature] as const;
}
