import { expect } from "chai";
import {
  type Address,
  concatHex,
  encodeFunctionData,
  getAddress,
  type Hex,
  maxUint256,
  parseSignature,
  zeroAddress,
  zeroHash,
} from "viem";
import { flag, ledgerFixture, PEER } from "../../kit/credit.ts";

type Wallet = Awaited<ReturnType<typeof ledgerFixture>>["people"]["ada"];

const addressOf = (who: Wallet): Address => getAddress(who.account.address);
const memo: Hex = `0x${"5e".repeat(32)}`;
const payTypes = {
  Pay: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "amount", type: "uint256" },
    { name: "memo", type: "bytes32" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;
const permitTypes = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** Ada has 10 PEER and a line of 5; bo and cem are registered. */
async function setUp() {
  const town = await ledgerFixture();
  const { ledger, people, admit, fund, viem, publicClient } = town;
  await admit(people.ada, 5n * PEER);
  await admit(people.bo);
  await admit(people.cem);
  await fund(people.ada, 10n * PEER);
  const domain = {
    name: "PeerCommons Ledger",
    version: "1",
    chainId: await publicClient.getChainId(),
    verifyingContract: ledger.address,
  };
  const signPay = (
    by: Wallet,
    fields: {
      from?: Address;
      to?: Address;
      amount?: bigint;
      memo?: Hex;
      nonce?: bigint;
      deadline?: bigint;
    } = {},
  ) => {
    const message = {
      from: people.ada.account.address,
      to: people.bo.account.address,
      amount: PEER,
      memo: zeroHash,
      nonce: 0n,
      deadline: maxUint256,
      ...fields,
    };
    const signature = by.signTypedData({ domain, types: payTypes, primaryType: "Pay", message });
    return signature.then(
      (bytes) =>
        [
          message.from,
          message.to,
          message.amount,
          message.memo,
          message.nonce,
          message.deadline,
          bytes,
        ] as const,
    );
  };
  const signPermit = async (by: Wallet, value: bigint, nonce = 0n, deadline = maxUint256) => {
    const message = {
      owner: people.ada.account.address,
      spender: people.bo.account.address,
      value,
      nonce,
      deadline,
    };
    const bytes = await by.signTypedData({ domain, types: permitTypes, primaryType: "Permit", message });
    const { v, r, s } = parseSignature(bytes);
    return [message.owner, message.spender, value, deadline, Number(v), r, s] as const;
  };
  const refused = (call: Promise<unknown>, error: string, args: readonly unknown[]) =>
    viem.assertions.revertWithCustomErrorWithArgs(call, ledger, error as never, [...args]);
  const balance = (who: Wallet) => ledger.read.signedBalanceOf([who.account.address]);
  return { ...town, ...people, domain, signPay, signPermit, refused, balance };
}

describe("Ledger, payments", () => {
  describe("pay", () => {
    it("moves the amount and says so in a Transfer", async () => {
      const { ledger, ada, bo, events, balance, sum } = await setUp();
      const hash = await ledger.write.pay([bo.account.address, 4n * PEER, zeroHash], {
        account: ada.account,
      });
      expect(await balance(ada)).to.equal(6n * PEER);
      expect(await balance(bo)).to.equal(4n * PEER);
      expect((await events(hash)).map(({ eventName }) => eventName)).to.deep.equal(["Transfer"]);
      expect(await sum()).to.equal(0n);
    });

    it("adds a Paid right after the Transfer when there is a memo", async () => {
      const { ledger, ada, bo, events } = await setUp();
      const hash = await ledger.write.pay([bo.account.address, PEER, memo], { account: ada.account });
      const [, paid] = await events(hash);
      expect(paid?.args).to.deep.include({ amount: PEER, memo });
    });

    it("draws on the line down to the limit and not a unit further", async () => {
      const { ledger, ada, bo, refused, balance, today } = await setUp();
      const to = bo.account.address;
      await refused(
        ledger.write.pay([to, 15n * PEER + 1n, memo], { account: ada.account }),
        "LedgerInsufficient",
        [addressOf(ada), 15n * PEER, 15n * PEER + 1n],
      );
      await ledger.write.pay([to, 15n * PEER, memo], { account: ada.account });
      expect(await balance(ada)).to.equal(-5n * PEER);
      const word = await ledger.read.accountOf([ada.account.address]);
      expect(word.negativeSinceDay).to.equal(await today());
      expect(word.flags & flag.drew).to.equal(flag.drew);
      expect(word.flags & flag.returned).to.equal(0);
    });

    it("clears the due date when the account comes back to zero, and remembers that it came back", async () => {
      const { ledger, ada, bo, days, today } = await setUp();
      await ledger.write.pay([bo.account.address, 12n * PEER, zeroHash], { account: ada.account });
      const drewOn = await today();
      await days(3);
      await ledger.write.pay([bo.account.address, PEER, zeroHash], { account: ada.account });
      expect((await ledger.read.accountOf([ada.account.address])).negativeSinceDay).to.equal(drewOn);
      await ledger.write.pay([ada.account.address, 3n * PEER, zeroHash], { account: bo.account });
      const word = await ledger.read.accountOf([ada.account.address]);
      expect(word.balance).to.equal(0n);
      expect(word.negativeSinceDay).to.equal(0);
      expect(word.flags & flag.returned).to.equal(flag.returned);
    });

    it("keeps the total of debt through drawing, paying between debtors and paying back", async () => {
      const { ledger, ada, bo, cem, eva, admit } = await setUp();
      const debt = () => ledger.read.totalDebt();
      expect(await debt()).to.equal(10n * PEER);
      await ledger.write.pay([bo.account.address, 13n * PEER, zeroHash], { account: ada.account });
      expect(await debt()).to.equal(13n * PEER);
      await admit(cem, 5n * PEER);
      await ledger.write.pay([ada.account.address, 2n * PEER, zeroHash], { account: cem.account });
      expect(await debt()).to.equal(13n * PEER);
      await ledger.write.pay([eva.account.address, 11n * PEER, zeroHash], { account: bo.account });
      expect(await debt()).to.equal(3n * PEER);
      expect(await ledger.read.totalSupply()).to.equal(3n * PEER);
    });

    it("does nothing but say so when somebody pays itself, if it could have paid", async () => {
      const { ledger, ada, refused, balance, events } = await setUp();
      const to = ada.account.address;
      const hash = await ledger.write.pay([to, 15n * PEER, memo], { account: ada.account });
      expect(await balance(ada)).to.equal(10n * PEER);
      expect((await events(hash)).map(({ eventName }) => eventName)).to.deep.equal(["Transfer", "Paid"]);
      const args = [addressOf(ada), 15n * PEER, 16n * PEER];
      await refused(
        ledger.write.pay([to, 16n * PEER, memo], { account: ada.account }),
        "LedgerInsufficient",
        args,
      );
    });

    it("refuses nothing, nobody, contracts of the town, and sums no account can hold", async () => {
      const { ledger, ada, bo, roles, refused, commons } = await setUp();
      const by = { account: ada.account };
      const market = roles.market.account.address;
      await refused(ledger.write.pay([bo.account.address, 0n, memo], by), "LedgerZeroAmount", []);
      await refused(ledger.write.pay([zeroAddress, 1n, memo], by), "LedgerZeroAddress", []);
      await refused(ledger.write.pay([commons, 1n, memo], by), "LedgerSystemAccount", [getAddress(commons)]);
      await refused(ledger.write.pay([market, 1n, memo], by), "LedgerSystemAccount", [getAddress(market)]);
      for (const sum of [1n << 64n, 1n << 96n, maxUint256]) {
        await refused(ledger.write.pay([bo.account.address, sum, memo], by), "LedgerAmountTooLarge", [sum]);
      }
    });

    it("refuses a draw that would take the sum of all debts out of its 64 bits", async () => {
      const { ledger, cem, bo, dia, admit, refused } = await setUp();
      const most = (1n << 64n) - 1n;
      await admit(cem, most);
      await admit(dia, most);
      await ledger.write.pay([bo.account.address, most - 10n * PEER, zeroHash], { account: cem.account });
      const call = ledger.write.pay([bo.account.address, 1n, zeroHash], { account: dia.account });
      await refused(call, "LedgerAmountTooLarge", [1n]);
    });
  });

  describe("payBySig", () => {
    it("lets anyone bring the payer's signature, once, and may draw on credit", async () => {
      const { ledger, ada, cem, signPay, refused, balance } = await setUp();
      const args = await signPay(ada, { amount: 12n * PEER, memo });
      await ledger.write.payBySig(args, { account: cem.account });
      expect(await balance(ada)).to.equal(-2n * PEER);
      const again = ledger.write.payBySig(args, { account: cem.account });
      await refused(again, "InvalidAccountNonce", [addressOf(ada), 1n]);
    });

    it("keeps a sequence for each key, so that two payments need not wait for each other", async () => {
      const { ledger, ada, signPay } = await setUp();
      const key = 7n << 64n;
      await ledger.write.payBySig(await signPay(ada, { nonce: key }));
      await ledger.write.payBySig(await signPay(ada, { nonce: 0n }));
      await ledger.write.payBySig(await signPay(ada, { nonce: key + 1n }));
      expect(await ledger.read.nonces([ada.account.address, 7n])).to.equal(key + 2n);
      expect(await ledger.read.nonces([ada.account.address])).to.equal(1n);
    });

    it("refuses another's signature, changed terms and a deadline that has passed", async () => {
      const { ledger, ada, bo, cem, signPay, refused } = await setUp();
      const payer = addressOf(ada);
      await refused(ledger.write.payBySig(await signPay(cem)), "LedgerBadSignature", [payer]);
      const [from, , amount, note, nonce, deadline, bytes] = await signPay(ada);
      const changed = [from, cem.account.address, amount, note, nonce, deadline, bytes] as const;
      await refused(ledger.write.payBySig(changed), "LedgerBadSignature", [payer]);
      await refused(ledger.write.payBySig(await signPay(ada, { deadline: 1n })), "LedgerSignatureExpired", [
        1n,
      ]);
      await refused(ledger.write.payBySig(await signPay(ada, { nonce: 3n })), "InvalidAccountNonce", [
        payer,
        0n,
      ]);
      expect(await ledger.read.balanceOf([bo.account.address])).to.equal(0n);
    });

    it("takes an ERC-1271 signature of a contract wallet", async () => {
      const { ledger, viem, ada, bo, cem, signPay, fund, refused } = await setUp();
      const wallet = await viem.deployContract("SignerWallet", [ada.account.address]);
      await fund({ account: { address: wallet.address } }, 3n * PEER);
      const from = wallet.address;
      await ledger.write.payBySig(await signPay(ada, { from, amount: 2n * PEER }), { account: cem.account });
      expect(await ledger.read.balanceOf([bo.account.address])).to.equal(2n * PEER);
      const forged = ledger.write.payBySig(await signPay(cem, { from, nonce: 1n }));
      await refused(forged, "LedgerBadSignature", [getAddress(from)]);
    });
  });

  describe("transfer and transferFrom", () => {
    it("reach the positive part only", async () => {
      const { ledger, ada, bo, refused } = await setUp();
      const to = bo.account.address;
      const args = [addressOf(ada), 10n * PEER, 10n * PEER + 1n];
      const call = ledger.write.transfer([to, 10n * PEER + 1n], { account: ada.account });
      await refused(call, "LedgerInsufficient", args);
      await ledger.write.approve([to, maxUint256], { account: ada.account });
      const from = ledger.write.transferFrom([ada.account.address, to, 10n * PEER + 1n], {
        account: bo.account,
      });
      await refused(from, "LedgerInsufficient", args);
      await ledger.write.transfer([to, 10n * PEER], { account: ada.account });
      expect(await ledger.read.balanceOf([to])).to.equal(10n * PEER);
    });

    it("let a debtor send nothing, as ERC-20 asks, and nothing else", async () => {
      const { ledger, eva, bo, refused, events } = await setUp();
      const hash = await ledger.write.transfer([bo.account.address, 0n], { account: eva.account });
      expect((await events(hash))[0]?.args).to.deep.include({ value: 0n });
      const call = ledger.write.transfer([bo.account.address, 1n], { account: eva.account });
      await refused(call, "LedgerInsufficient", [addressOf(eva), 0n, 1n]);
    });

    it("spend the allowance, unless it is without end", async () => {
      const { ledger, ada, bo, cem, refused } = await setUp();
      const [owner, spender] = [ada.account.address, bo.account.address];
      const move = (sum: bigint) =>
        ledger.write.transferFrom([owner, cem.account.address, sum], { account: bo.account });
      await refused(move(1n), "LedgerAllowance", [addressOf(bo), 0n, 1n]);
      await ledger.write.approve([spender, 3n * PEER], { account: ada.account });
      await move(2n * PEER);
      expect(await ledger.read.allowance([owner, spender])).to.equal(PEER);
      await refused(move(2n * PEER), "LedgerAllowance", [addressOf(bo), PEER, 2n * PEER]);
      await ledger.write.approve([spender, maxUint256], { account: ada.account });
      await move(PEER);
      expect(await ledger.read.allowance([owner, spender])).to.equal(maxUint256);
      const none = ledger.write.approve([zeroAddress, 1n], { account: ada.account });
      await refused(none, "LedgerZeroAddress", []);
    });

    it("mint nothing to somebody who sends to itself", async () => {
      const { ledger, ada, balance, sum, refused } = await setUp();
      await ledger.write.transfer([ada.account.address, 10n * PEER], { account: ada.account });
      expect(await balance(ada)).to.equal(10n * PEER);
      expect(await sum()).to.equal(0n);
      const call = ledger.write.transfer([ada.account.address, 11n * PEER], { account: ada.account });
      await refused(call, "LedgerInsufficient", [addressOf(ada), 10n * PEER, 11n * PEER]);
    });

    it("are refused to contracts of the town", async () => {
      const { ledger, ada, roles, refused } = await setUp();
      const to = roles.income.account.address;
      const call = ledger.write.transfer([to, 1n], { account: ada.account });
      await refused(call, "LedgerSystemAccount", [getAddress(to)]);
    });
  });

  describe("permit", () => {
    it("sets the allowance by signature, once", async () => {
      const { ledger, ada, bo, cem, signPermit, refused } = await setUp();
      const args = await signPermit(ada, 4n * PEER);
      await ledger.write.permit(args, { account: cem.account });
      expect(await ledger.read.allowance([ada.account.address, bo.account.address])).to.equal(4n * PEER);
      await refused(ledger.write.permit(args), "LedgerBadSignature", [addressOf(ada)]);
    });

    it("refuses another's signature and a deadline that has passed", async () => {
      const { ledger, ada, cem, signPermit, refused } = await setUp();
      await refused(ledger.write.permit(await signPermit(cem, 1n)), "LedgerBadSignature", [addressOf(ada)]);
      await refused(ledger.write.permit(await signPermit(ada, 1n, 0n, 1n)), "LedgerSignatureExpired", [1n]);
    });
  });

  describe("a relayed call", () => {
    const suffixed = (data: Hex, who: Address) => concatHex([data, who]);

    it("acts for the signer when the trusted forwarder brings it", async () => {
      const { ledger, ada, bo, roles, balance } = await setUp();
      const data = encodeFunctionData({
        abi: ledger.abi,
        functionName: "pay",
        args: [bo.account.address, PEER, memo],
      });
      await roles.forwarder.sendTransaction({
        to: ledger.address,
        data: suffixed(data, ada.account.address),
      });
      expect(await balance(bo)).to.equal(PEER);
      expect(await balance(ada)).to.equal(9n * PEER);
    });

    it("acts for the sender itself when anyone else writes another's address behind it", async () => {
      const { ledger, ada, bo, cem, fund, balance } = await setUp();
      await fund(cem, PEER);
      const data = encodeFunctionData({
        abi: ledger.abi,
        functionName: "pay",
        args: [bo.account.address, PEER, memo],
      });
      await cem.sendTransaction({ to: ledger.address, data: suffixed(data, ada.account.address) });
      expect(await balance(ada)).to.equal(10n * PEER);
      expect(await balance(cem)).to.equal(0n);
    });
  });

  it("is an ERC-20 called PEER with six decimals", async () => {
    const { ledger } = await setUp();
    expect(await ledger.read.name()).to.equal("PEER");
    expect(await ledger.read.symbol()).to.equal("PEER");
    expect(await ledger.read.decimals()).to.equal(6);
    expect(await ledger.read.DOMAIN_SEPARATOR()).to.match(/^0x[0-9a-f]{64}$/);
  });
});
