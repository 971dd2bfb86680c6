// Invoices between people of a test town, signed as their wallets would.
import type { Hex } from "viem";
import { HOUR, now, type Person, type Town } from "./fixture.ts";

export type Invoice = {
  debtorId: number;
  creditorId: number;
  number: number;
  amount: bigint;
  dueDay: number;
  memo: Hex;
  deadline: bigint;
};

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

export const obligationIdOf = (creditorId: number, number: number) =>
  (BigInt(creditorId) << 32n) | BigInt(number);

/** An edge of a circulation as `Clearing` takes it. */
export const edge = (obligationId: bigint, amount: bigint) => (obligationId << 64n) | amount;

export async function invoice(
  debtor: Person,
  creditor: Person,
  amount: bigint,
  fields: Partial<Invoice> = {},
): Promise<Invoice> {
  return {
    debtorId: debtor.id,
    creditorId: creditor.id,
    number: 1,
    amount,
    dueDay: 21_000,
    memo: `0x${"00".repeat(32)}`,
    deadline: BigInt((await now()) + HOUR),
    ...fields,
  };
}

export async function sign(
  town: Town,
  who: Person,
  message: Invoice,
  domain: Partial<{ name: string; chainId: number; verifyingContract: Hex }> = {},
): Promise<Hex> {
  return who.wallet.signTypedData({
    domain: {
      name: "PeerCommons Clearing",
      version: "1",
      chainId: await town.publicClient.getChainId(),
      verifyingContract: town.clearing.address,
      ...domain,
    },
    types,
    primaryType: "Obligation",
    message,
  });
}

/** Puts an obligation on the books, signed by both, handed in by a third. */
export async function owe(
  town: Town,
  debtor: Person,
  creditor: Person,
  amount: bigint,
  fields: Partial<Invoice> = {},
): Promise<bigint> {
  const message = await invoice(debtor, creditor, amount, fields);
  await town.clearing.write.registerObligation([
    message,
    await sign(town, debtor, message),
    await sign(town, creditor, message),
  ]);
  return obligationIdOf(creditor.id, message.number);
}
