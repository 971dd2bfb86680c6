import { expect } from "chai";
import { network } from "hardhat";
import { concatHex, encodeFunctionData, getAddress, type Hex, parseAbi, zeroAddress } from "viem";

const types = {
  ForwardRequest: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "gas", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint48" },
    { name: "data", type: "bytes" },
  ],
} as const;

const { viem, networkHelpers } = await network.create();

async function deploy() {
  const [relayer, alice, bob, mallory] = await viem.getWalletClients();
  if (!relayer || !alice || !bob || !mallory) throw new Error("The test network gives too few wallets.");
  const forwarder = await viem.deployContract("Forwarder");
  const target = await viem.deployContract("ForwardTarget", [forwarder.address]);
  const other = await viem.deployContract("Forwarder");
  const publicClient = await viem.getPublicClient();

  const remember = (number: bigint) =>
    encodeFunctionData({ abi: target.abi, functionName: "remember", args: [number] });

  /** A request signed by `signer`; what is not named is what an honest client would fill in. */
  async function request(
    signer: typeof alice,
    fields: Partial<{
      from: Hex;
      to: Hex;
      value: bigint;
      gas: bigint;
      nonce: bigint;
      deadline: number;
      data: Hex;
    }> = {},
    domain: Partial<{ name: string; chainId: number; verifyingContract: Hex }> = {},
  ) {
    if (!signer) throw new Error("no signer");
    const from = fields.from ?? signer.account.address;
    const message = {
      from,
      to: target.address,
      value: 0n,
      gas: 200_000n,
      nonce: await forwarder.read.nonces([from, 0n]),
      deadline: (await networkHelpers.time.latest()) + 3600,
      data: remember(7n),
      ...fields,
    };
    const signature = await signer.signTypedData({
      domain: {
        name: "PeerCommons Forwarder",
        version: "1",
        chainId: await publicClient.getChainId(),
        verifyingContract: forwarder.address,
        ...domain,
      },
      types,
      primaryType: "ForwardRequest",
      message,
    });
    return { ...message, signature };
  }

  return { forwarder, target, other, publicClient, relayer, alice, bob, mallory, remember, request };
}

describe("Forwarder", () => {
  const load = () => networkHelpers.loadFixture(deploy);

  describe("execute", () => {
    it("makes the target see the signer, not the relayer", async () => {
      const { forwarder, target, alice, request } = await load();
      await forwarder.write.execute([await request(alice)]);
      expect(await target.read.lastCaller()).to.equal(getAddress(alice.account.address));
      expect(await target.read.lastNumber()).to.equal(7n);
    });

    it("tells signer, nonce and success", async () => {
      const { forwarder, alice, request } = await load();
      const signed = await request(alice, { nonce: 5n << 64n });
      await viem.assertions.emitWithArgs(
        forwarder.write.execute([signed]),
        forwarder,
        "ExecutedForwardRequest",
        [getAddress(alice.account.address), 5n << 64n, true],
      );
    });

    it("keeps separate sequences for separate keys", async () => {
      const { forwarder, target, alice, remember, request } = await load();
      const first = await request(alice, { nonce: 1n << 64n, data: remember(1n) });
      const second = await request(alice, { nonce: 2n << 64n, data: remember(2n) });
      await forwarder.write.execute([second]);
      await forwarder.write.execute([first]);
      expect(await target.read.lastNumber()).to.equal(1n);
      expect(await forwarder.read.nonces([alice.account.address, 1n])).to.equal((1n << 64n) + 1n);
      expect(await forwarder.read.nonces([alice.account.address, 0n])).to.equal(0n);
    });

    it("passes the value on", async () => {
      const { forwarder, target, publicClient, alice, request } = await load();
      await forwarder.write.execute([await request(alice, { value: 3n })], { value: 3n });
      expect(await publicClient.getBalance({ address: target.address })).to.equal(3n);
    });

    it("gives back the call's own error and keeps the nonce", async () => {
      const { forwarder, target, alice, request } = await load();
      const data = encodeFunctionData({ abi: target.abi, functionName: "refuse", args: [9n] });
      await viem.assertions.revertWithCustomErrorWithArgs(
        forwarder.write.execute([await request(alice, { data })]),
        target,
        "ForwardTargetRefused",
        [9n],
      );
      expect(await forwarder.read.nonces([alice.account.address, 0n])).to.equal(0n);
    });

    it("refuses a request twice", async () => {
      const { forwarder, target, alice, request } = await load();
      const signed = await request(alice);
      await forwarder.write.execute([signed]);
      await viem.assertions.revertWithCustomError(
        forwarder.write.execute([signed]),
        forwarder,
        "InvalidAccountNonce",
      );
      expect(await target.read.calls()).to.equal(1n);
    });

    it("refuses a nonce from the future", async () => {
      const { forwarder, alice, request } = await load();
      const signed = await request(alice, { nonce: 1n });
      await viem.assertions.revertWithCustomError(
        forwarder.write.execute([signed]),
        forwarder,
        "InvalidAccountNonce",
      );
    });

    it("refuses a request past its deadline", async () => {
      const { forwarder, alice, request } = await load();
      const signed = await request(alice);
      await networkHelpers.time.increase(3601);
      await viem.assertions.revertWithCustomError(
        forwarder.write.execute([signed]),
        forwarder,
        "ForwarderExpired",
      );
    });

    it("refuses somebody else's signature", async () => {
      const { forwarder, alice, mallory, request } = await load();
      const forged = await request(mallory, { from: alice.account.address });
      await viem.assertions.revertWithCustomErrorWithArgs(
        forwarder.write.execute([forged]),
        forwarder,
        "ForwarderBadSignature",
        [getAddress(alice.account.address)],
      );
    });

    it("refuses the zero address as signer", async () => {
      const { forwarder, alice, request } = await load();
      const forged = {
        ...(await request(alice)),
        from: zeroAddress,
        signature: `0x${"00".repeat(65)}` as Hex,
      };
      await viem.assertions.revertWithCustomError(
        forwarder.write.execute([forged]),
        forwarder,
        "ForwarderBadSignature",
      );
    });

    it("refuses every field changed after signing", async () => {
      const { forwarder, other, alice, bob, remember, request } = await load();
      const target2 = await viem.deployContract("ForwardTarget", [forwarder.address]);
      const signed = await request(alice);
      const changed = [
        { from: bob.account.address },
        { to: target2.address },
        { value: 1n },
        { gas: 200_001n },
        { deadline: signed.deadline + 1 },
        { data: remember(8n) },
      ];
      for (const change of changed) {
        const request = { ...signed, ...change };
        await viem.assertions.revertWithCustomError(
          forwarder.write.execute([request], { value: request.value }),
          forwarder,
          "ForwarderBadSignature",
        );
      }
      expect(await other.read.verify([signed])).to.equal(false);
    });

    it("refuses another chain's, another contract's and another name's signature", async () => {
      const { forwarder, other, alice, request } = await load();
      const wrong = [{ chainId: 1 }, { verifyingContract: other.address }, { name: "PeerCommons Ledger" }];
      for (const domain of wrong) {
        const signed = await request(alice, {}, domain);
        await viem.assertions.revertWithCustomError(
          forwarder.write.execute([signed]),
          forwarder,
          "ForwarderBadSignature",
        );
      }
    });

    it("refuses a target that does not trust it", async () => {
      const { forwarder, other, alice, request } = await load();
      const stranger = await viem.deployContract("ForwardTarget", [other.address]);
      for (const to of [stranger.address, forwarder.address, alice.account.address]) {
        await viem.assertions.revertWithCustomError(
          forwarder.write.execute([await request(alice, { to })]),
          forwarder,
          "ForwarderNotTrusted",
        );
      }
    });

    it("refuses a value that differs from what was sent", async () => {
      const { forwarder, alice, request } = await load();
      await viem.assertions.revertWithCustomErrorWithArgs(
        forwarder.write.execute([await request(alice, { value: 3n })], { value: 2n }),
        forwarder,
        "ForwarderValueMismatch",
        [3n, 2n],
      );
    });
  });

  describe("signers that are contracts", () => {
    it("sends what the contract's key signed", async () => {
      const { forwarder, target, alice, request } = await load();
      const wallet = await viem.deployContract("SignerWallet", [alice.account.address]);
      await forwarder.write.execute([await request(alice, { from: wallet.address })]);
      expect(await target.read.lastCaller()).to.equal(getAddress(wallet.address));
    });

    it("refuses what another key signed", async () => {
      const { forwarder, alice, mallory, request } = await load();
      const wallet = await viem.deployContract("SignerWallet", [alice.account.address]);
      const forged = await request(mallory, { from: wallet.address });
      expect(await forwarder.read.verify([forged])).to.equal(false);
    });

    it("bounds what a hostile contract burns of a batch", async () => {
      const { forwarder, target, alice, bob, request, publicClient } = await load();
      const wallet = await viem.deployContract("SignerWallet", [alice.account.address]);
      const trap = await request(alice, { from: wallet.address });
      await wallet.write.setHostile([true]);
      const hash = await forwarder.write.executeBatch([[trap, await request(bob)]], { gas: 5_000_000n });
      const receipt = await publicClient.getTransactionReceipt({ hash });
      expect(await target.read.lastCaller()).to.equal(getAddress(bob.account.address));
      expect(receipt.gasUsed < 600_000n, `used ${receipt.gasUsed}`).to.equal(true);
      expect(await forwarder.read.nonces([wallet.address, 0n])).to.equal(0n);
    });
  });

  describe("a forged suffix", () => {
    it("does nothing when an account that is not the forwarder appends an address", async () => {
      const { target, alice, mallory, remember } = await load();
      await mallory.sendTransaction({
        to: target.address,
        data: concatHex([remember(1n), alice.account.address]),
      });
      expect(await target.read.lastCaller()).to.equal(getAddress(mallory.account.address));
    });

    it("does nothing when a contract appends an address", async () => {
      const { target, alice, mallory, remember } = await load();
      const wallet = await viem.deployContract("SignerWallet", [mallory.account.address]);
      await wallet.write.call([target.address, concatHex([remember(1n), alice.account.address])]);
      expect(await target.read.lastCaller()).to.equal(getAddress(wallet.address));
    });

    it("does nothing when a signer puts it into the data it signs", async () => {
      const { forwarder, target, alice, mallory, remember, request } = await load();
      const data = concatHex([remember(1n), alice.account.address]);
      await forwarder.write.execute([await request(mallory, { data })]);
      expect(await target.read.lastCaller()).to.equal(getAddress(mallory.account.address));
    });

    it("does nothing when it comes through another forwarder", async () => {
      const { forwarder, other, alice, request } = await load();
      const signed = await request(alice, {}, { verifyingContract: other.address });
      await viem.assertions.revertWithCustomError(
        other.write.execute([signed]),
        forwarder,
        "ForwarderNotTrusted",
      );
    });
  });

  describe("re-entrance", () => {
    it("finds the nonce used when the target sends the same request again", async () => {
      const { forwarder, target, alice, bob, request } = await load();
      const inner = await request(bob);
      const data = encodeFunctionData({ abi: target.abi, functionName: "comeBack", args: [inner] });
      const outer = await request(alice, { data, gas: 600_000n });
      // First inside the outer call, then again behind it in the same batch.
      await forwarder.write.executeBatch([[outer, inner]]);
      expect(await target.read.calls()).to.equal(2n);
      expect(await forwarder.read.nonces([bob.account.address, 0n])).to.equal(1n);
    });
  });

  describe("executeBatch", () => {
    it("skips invalid requests without touching their nonces", async () => {
      const { forwarder, target, alice, bob, mallory, request } = await load();
      const good = await request(alice);
      const forged = await request(mallory, { from: bob.account.address });
      const batch = [forged, good, good];
      const { result } = await forwarder.simulate.executeBatch([batch]);
      expect(result).to.deep.equal([false, true, false]);
      await forwarder.write.executeBatch([batch]);
      expect(await target.read.calls()).to.equal(1n);
      expect(await forwarder.read.nonces([bob.account.address, 0n])).to.equal(0n);
      const events = await forwarder.getEvents.ExecutedForwardRequest();
      expect(events.map((event) => event.args.success)).to.deep.equal([true]);
    });

    it("reports a call that reverts, uses its nonce and goes on", async () => {
      const { forwarder, target, alice, bob, request } = await load();
      const data = encodeFunctionData({ abi: target.abi, functionName: "refuse", args: [9n] });
      await forwarder.write.executeBatch([[await request(alice, { data }), await request(bob)]]);
      const events = await forwarder.getEvents.ExecutedForwardRequest();
      expect(events.map((event) => event.args.success)).to.deep.equal([false, true]);
      expect(await forwarder.read.nonces([alice.account.address, 0n])).to.equal(1n);
    });

    it("gives unspent value back to the relayer and keeps none", async () => {
      const { forwarder, target, publicClient, alice, bob, mallory, request } = await load();
      const data = encodeFunctionData({ abi: target.abi, functionName: "refuse", args: [9n] });
      const batch = [
        await request(alice, { value: 5n }),
        await request(bob, { value: 7n, data }),
        await request(mallory, { value: 11n, from: bob.account.address }),
      ];
      await forwarder.write.executeBatch([batch], { value: 23n });
      expect(await publicClient.getBalance({ address: target.address })).to.equal(5n);
      expect(await publicClient.getBalance({ address: forwarder.address })).to.equal(0n);
    });

    it("refuses a sum of values that differs from what was sent", async () => {
      const { forwarder, alice, request } = await load();
      const batch = [await request(alice, { value: 5n })];
      await viem.assertions.revertWithCustomErrorWithArgs(
        forwarder.write.executeBatch([batch], { value: 4n }),
        forwarder,
        "ForwarderValueMismatch",
        [5n, 4n],
      );
    });

    it("sends nothing for an empty batch", async () => {
      const { forwarder } = await load();
      const { result } = await forwarder.simulate.executeBatch([[]]);
      expect(result).to.deep.equal([]);
    });
  });

  describe("a relayer that sends too little gas", () => {
    async function burning() {
      const kit = await load();
      const data = encodeFunctionData({ abi: kit.target.abi, functionName: "burn", args: [900_000n] });
      return { ...kit, signed: await kit.request(kit.alice, { data, gas: 1_000_000n }) };
    }

    it("cannot burn the nonce alone", async () => {
      const { forwarder, alice, signed } = await burning();
      for (const gas of [300_000n, 600_000n, 900_000n]) {
        await viem.assertions.revertWithCustomError(
          forwarder.write.execute([signed], { gas }),
          forwarder,
          "ForwarderOutOfGas",
        );
      }
      expect(await forwarder.read.nonces([alice.account.address, 0n])).to.equal(0n);
    });

    it("cannot burn the nonce in a batch, at any amount of gas", async () => {
      const { forwarder, target, alice, signed } = await burning();
      for (let gas = 100_000n; gas < 1_100_000n; gas += 50_000n) {
        try {
          await forwarder.write.executeBatch([[signed]], { gas });
        } catch {
          // Reverted as a whole: nothing counts.
        }
        const calls = await target.read.calls();
        expect(await forwarder.read.nonces([alice.account.address, 0n]), `with ${gas} gas`).to.equal(calls);
      }
    });

    it("does no harm to one that sends enough", async () => {
      const { forwarder, target, signed } = await burning();
      await forwarder.write.executeBatch([[signed]], { gas: 1_200_000n });
      expect(await target.read.calls()).to.equal(1n);
    });

    it("lets a call fail that was signed with too little gas", async () => {
      const { forwarder, target, alice, request } = await load();
      const data = encodeFunctionData({ abi: target.abi, functionName: "burn", args: [900_000n] });
      const signed = await request(alice, { data, gas: 100_000n });
      const { result } = await forwarder.simulate.executeBatch([[signed]]);
      expect(result).to.deep.equal([false]);
    });
  });

  describe("verify", () => {
    it("agrees to a good request and to no other", async () => {
      const { forwarder, alice, mallory, request } = await load();
      const signed = await request(alice);
      expect(await forwarder.read.verify([signed])).to.equal(true);
      expect(await forwarder.read.verify([{ ...signed, nonce: 1n }])).to.equal(false);
      expect(await forwarder.read.verify([await request(mallory, { from: alice.account.address })])).to.equal(
        false,
      );
      await networkHelpers.time.increase(3601);
      expect(await forwarder.read.verify([signed])).to.equal(false);
    });
  });

  it("has the domain that its documentation names", async () => {
    const { forwarder, publicClient } = await load();
    const domain = await publicClient.readContract({
      address: forwarder.address,
      abi: parseAbi([
        "function eip712Domain() view returns (bytes1, string, string, uint256, address, bytes32, uint256[])",
      ]),
      functionName: "eip712Domain",
    });
    expect(domain.slice(1, 5)).to.deep.equal([
      "PeerCommons Forwarder",
      "1",
      31337n,
      getAddress(forwarder.address),
    ]);
  });
});
