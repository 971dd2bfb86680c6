import { network } from "hardhat";
import { type Address, type Hex, parseEventLogs } from "viem";

/** One PEER in its 6 decimals. */
export const PEER = 1_000_000n;
export const DAY = 86_400n;
export const WEEK = 7n * DAY;

export const flag = { system: 1, operator: 2, core: 4, open: 8, frozen: 16, drew: 32, returned: 64 } as const;

const ZERO_HASH: Hex = `0x${"00".repeat(32)}`;

/**
 * A ledger whose wiring is plain accounts, so that each test says itself what `Members`, `CreditLines`, `BasicIncome` and
 * an operator do. The others are people.
 */
export async function ledgerFixture() {
  const connection = await network.create();
  const { viem, networkHelpers } = connection;
  const publicClient = await viem.getPublicClient();
  const wallets = await viem.getWalletClients();
  const [deployer, forwarder, governor, members, lines, income, market, splitter, ada, bo, cem, dia, eva] =
    wallets;
  if (!deployer || !forwarder || !governor || !members || !lines || !income || !market || !splitter)
    throw new Error("too few accounts");
  if (!ada || !bo || !cem || !dia || !eva) throw new Error("too few accounts");

  const ledger = await viem.deployContract("Ledger", [
    forwarder.account.address,
    governor.account.address,
    splitter.account.address,
  ]);
  await ledger.write.wire([
    members.account.address,
    lines.account.address,
    income.account.address,
    [market.account.address],
  ]);
  const commons: Address = ledger.address;

  /** Registers somebody and gives it a line, as `Members` and `CreditLines` would. */
  const admit = async (who: { account: { address: Address } }, limit = 0n) => {
    await ledger.write.open([who.account.address], { account: members.account });
    if (limit > 0n) await ledger.write.setLimit([who.account.address, limit], { account: lines.account });
  };

  /** Gives somebody money out of a debt of eva's. */
  const fund = async (who: { account: { address: Address } }, amount: bigint) => {
    const { limit } = await ledger.read.accountOf([eva.account.address]);
    await ledger.write.setLimit([eva.account.address, limit + amount], { account: lines.account });
    await ledger.write.pay([who.account.address, amount, ZERO_HASH], { account: eva.account });
  };

  /** Sum of the stored balances of everybody the tests know. */
  async function sum(...more: Address[]): Promise<bigint> {
    const known = [...wallets.map((wallet) => wallet.account.address), commons, ...more];
    let total = 0n;
    for (const who of known) total += (await ledger.read.accountOf([who])).balance;
    return total;
  }

  /** The ledger's events of one transaction, in order. */
  async function events(hash: Hex) {
    const receipt = await publicClient.getTransactionReceipt({ hash });
    return parseEventLogs({ abi: ledger.abi, logs: receipt.logs }).map(({ eventName, args }) => ({
      eventName,
      args,
    }));
  }

  async function gasOf(hash: Hex): Promise<bigint> {
    return (await publicClient.getTransactionReceipt({ hash })).gasUsed;
  }

  async function today(): Promise<number> {
    return Number(BigInt(await networkHelpers.time.latest()) / DAY);
  }

  /** Moves the clock to noon of a later day, so that a few blocks do not cross midnight. */
  async function days(count: number): Promise<void> {
    const day = BigInt(await networkHelpers.time.latest()) / DAY + BigInt(count);
    await networkHelpers.time.increaseTo(day * DAY + DAY / 2n);
  }

  await days(1);
  return {
    ...connection,
    publicClient,
    ledger,
    commons,
    people: { ada, bo, cem, dia, eva },
    roles: { deployer, forwarder, governor, members, lines, income, market, splitter },
    admit,
    fund,
    sum,
    events,
    gasOf,
    today,
    days,
  };
}

export { ZERO_HASH };
