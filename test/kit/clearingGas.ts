// Gas of clearing a whole network: every firm registered, every invoice signed by both sides, every batch its own transaction.
import { type Batch, encodeEdge, type Owed, obligationIdOf } from "@peercommons/sdk";
import { type Hex, keccak256, parseEther, toHex, zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { edge, owe } from "./clearing.ts";
import { deployTown, networkHelpers, PEER } from "./fixture.ts";

const types = {
  Obligation: [
    { name: "debtorId", type: "uint32" },
    { name: "creditorId", type: "uint32" },
    { name: "number", type: "uint32" },
    { name: "amount", type: "uint64" },
    { name: "dueDay", type: "uint16" },
    { name: "memo", type: "bytes32" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** Registers the firms 1 to `firms` and the debts that a batch touches, and clears. Debts name firms by their place, from 1. */
export async function measureClearing(parameters: {
  debts: readonly Owed[];
  batches: readonly Batch[];
  firms: number;
}): Promise<{ total: number; loopOf3: number; register: number }> {
  const { debts, batches, firms } = parameters;
  const town = await deployTown();
  const { clearing, members, publicClient } = town;
  const used = async (hash: Hex) => Number((await publicClient.getTransactionReceipt({ hash })).gasUsed);

  const keys = Array.from({ length: firms }, (_, index) =>
    privateKeyToAccount(keccak256(toHex(`firm ${index}`))),
  );
  const idOf = new Map<number, number>();
  for (const [index, key] of keys.entries()) {
    await networkHelpers.setBalance(key.address, parseEther("1"));
    await networkHelpers.impersonateAccount(key.address);
    await members.write.registerOrganisation([zeroHash], { account: key.address });
    idOf.set(index + 1, await members.read.idOf([key.address]));
  }
  const idAt = (firm: number) => idOf.get(firm) ?? 0;
  const domain = {
    name: "PeerCommons Clearing",
    version: "1",
    chainId: await publicClient.getChainId(),
    verifyingContract: clearing.address,
  } as const;

  let register = 0;
  const touched = new Set(batches.flatMap((batch) => batch.edges.map(({ index }) => index)));
  for (const index of touched) {
    const debt = debts[index];
    if (debt === undefined) throw new Error("A batch names a debt that is not there.");
    const message = {
      debtorId: idAt(debt.debtorId),
      creditorId: idAt(debt.creditorId),
      number: index,
      amount: debt.amount,
      dueDay: 21_000,
      memo: zeroHash,
      deadline: 2n ** 64n,
    };
    const signed = { domain, types, primaryType: "Obligation", message } as const;
    const [debtor, creditor] = [keys[debt.debtorId - 1], keys[debt.creditorId - 1]];
    if (!debtor || !creditor) throw new Error("A debt names a firm that is not there.");
    register = await used(
      await clearing.write.registerObligation([
        message,
        await debtor.signTypedData(signed),
        await creditor.signTypedData(signed),
      ]),
    );
  }
  let total = 0;
  for (const batch of batches) {
    const edges = batch.edges.map(({ index, amount }) =>
      encodeEdge({
        obligationId: obligationIdOf({ creditorId: idAt(debts[index]?.creditorId ?? 0), number: index }),
        amount,
      }),
    );
    total += await used(await clearing.write.clear([edges]));
  }
  const [ada, bo, cem] = town.founders;
  const loop = [
    await owe(town, ada, bo, 30n * PEER),
    await owe(town, bo, cem, 30n * PEER),
    await owe(town, cem, ada, 30n * PEER),
  ];
  const loopOf3 = await used(await clearing.write.clear([loop.map((id) => edge(id, 10n * PEER))]));
  return { total, loopOf3, register };
}
