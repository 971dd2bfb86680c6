import { readFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { join, setProfile } from "@peercommons/sdk";
import { type Abi, type Address, type Hex, type LocalAccount, parseGwei } from "viem";
import { toAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountAt, type Chain, root, startChain, until } from "./support/chain.ts";
import { type Signer, signerOf } from "./support/relay.ts";
import { startRelayer, stateFolder, writeDeployment } from "./support/services.ts";
import { buildWorld, idOf, type World } from "./support/world.ts";

const payer = accountAt(29).address;

/** A relayer of its own settings, on a chain whose blocks and fees the test makes. */
function useRelayer(env: Record<string, string>) {
  const parts = {} as {
    chain: Chain;
    world: World;
    state: Awaited<ReturnType<typeof stateFolder>>;
    relayer: Awaited<ReturnType<typeof startRelayer>>;
    signer: Signer;
  };
  beforeAll(async () => {
    parts.chain = await startChain();
    parts.world = await buildWorld(parts.chain);
    parts.state = await stateFolder();
    writeDeployment(parts.state.path, parts.world.deployment);
    parts.relayer = await startRelayer({ chain: parts.chain, state: parts.state.path, env });
    parts.signer = signerOf(parts.relayer.url, parts.world.deployment, parts.world.now);
  });
  afterAll(async () => {
    await parts.relayer?.stop();
    await parts.chain?.stop();
    await parts.state?.remove();
  });

  /** Sends a founder's profile; answers the request's id once the chain has its transaction. */
  async function sent(index: number): Promise<string> {
    const { world, signer } = parts;
    const accountId = await world.idAt(index);
    const call = setProfile({ deployment: world.deployment, accountId, contentId: idOf(`p${index}`) });
    const answer = await signer.post(await signer.sign({ account: accountAt(index), call }));
    expect(answer.status, answer.text).toBe(202);
    const id = String(answer.body.id);
    await until("the broadcast", async () => ((await signer.stateOf(id)).status === "sent" ? true : null));
    return id;
  }
  const transactions = () => parts.chain.test.getTransactionCount({ address: payer });
  const mine = () => parts.chain.test.mine({ blocks: 1 });
  /** The relayer's transaction that waits at the node. */
  const waiting = async () => {
    const { pending } = await parts.chain.test.getTxpoolContent();
    const mine = Object.entries(pending).find(([from]) => from.toLowerCase() === payer.toLowerCase());
    return Object.values(mine?.[1] ?? {})[0];
  };
  return { parts, sent, transactions, mine, waiting };
}

describe("a relayer whose transaction is stuck", () => {
  const { parts, sent, transactions, mine, waiting } = useRelayer({});

  it.each([
    ["nobody mines", 1n],
    ["the base fee rose beyond it", 40n],
  ])("replaces it when %s: a tenth dearer in fee and tip, done once", async (_, times) => {
    const { chain, signer, relayer } = parts;
    const before = await transactions();
    await chain.test.setAutomine(false);
    try {
      const id = await sent(3);
      const first = await until("the transaction", async () => (await waiting()) ?? null);
      const { baseFeePerGas } = await chain.test.getBlock();
      await chain.test.setNextBlockBaseFeePerGas({ baseFeePerGas: (baseFeePerGas ?? 1n) * times });
      if (times > 1n) await mine();
      expect(await transactions()).toBe(before);
      const second = await until(
        "the replacement",
        async () => {
          const next = await waiting();
          return next && next.hash !== first.hash ? next : null;
        },
        60,
      );
      for (const price of ["maxFeePerGas", "maxPriorityFeePerGas"] as const)
        expect(BigInt(second[price] ?? 0) * 100n).toBeGreaterThanOrEqual(BigInt(first[price] ?? 0) * 110n);
      expect(second.nonce).toBe(first.nonce);
      await mine();
      expect(await signer.decided(id)).toMatchObject({ status: "mined", tx: second.hash });
      expect(await transactions()).toBe(before + 1);
      expect(relayer.log()).toContain("Replaced");
    } finally {
      await chain.test.setNextBlockBaseFeePerGas({ baseFeePerGas: parseGwei("1") });
      await chain.test.setAutomine(true);
      await mine();
    }
  });
});

describe("a relayer that waits for depth", () => {
  const { parts, sent, transactions, mine } = useRelayer({ PEERCOMMONS_RELAYER_DEPTH: "2" });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 1_500));

  it("says mined only with two blocks on top", async () => {
    const { signer } = parts;
    const id = await sent(4);
    for (let blocks = 0; blocks < 2; blocks++) {
      await settled();
      expect((await signer.stateOf(id)).status).toBe("sent");
      await mine();
    }
    expect((await signer.decided(id)).status).toBe("mined");
  });

  it("never said so of what a reorganisation took back before, and does it once", async () => {
    const { chain, signer } = parts;
    const before = await transactions();
    const snapshot = await chain.test.snapshot();
    const id = await sent(5);
    await until("the block", async () => ((await transactions()) === before + 1 ? true : null));
    await chain.test.revert({ id: snapshot });
    expect(await transactions()).toBe(before);
    expect((await signer.stateOf(id)).status).toBe("sent");
    await until("the same again", async () => ((await transactions()) === before + 1 ? true : null), 60);
    expect((await signer.stateOf(id)).status).toBe("sent");
    await mine();
    await mine();
    expect((await signer.decided(id)).status).toBe("mined");
    expect(await transactions()).toBe(before + 1);
  });
});

describe("a relayer asked by contract accounts", () => {
  // A long window, so that two requests are in one batch however slow the machine is.
  const { parts } = useRelayer({ PEERCOMMONS_RELAYER_WINDOW_MS: "3000" });
  const key = accountAt(12);
  const artifact = JSON.parse(
    readFileSync(joinPath(root, "artifacts/contracts/mocks/SignerWallet.sol/SignerWallet.json"), "utf8"),
  ) as { abi: Abi; bytecode: Hex };

  /** A contract that accepts what `key` signs, as an account to sign with. */
  async function contractAccount(): Promise<LocalAccount> {
    const { abi, bytecode } = artifact;
    const hash = await parts.chain.wallet(0).deployContract({ abi, bytecode, args: [key.address] });
    const { contractAddress } = await until("the wallet", () =>
      parts.chain.test.getTransactionReceipt({ hash }),
    );
    return toAccount({
      address: contractAddress as Address,
      signMessage: key.signMessage,
      signTransaction: key.signTransaction,
      signTypedData: key.signTypedData,
    });
  }

  const idOfOwner = (owner: Address) =>
    parts.chain.test.readContract({
      address: parts.world.deployment.contracts.Members,
      abi: parts.world.abis.Members,
      functionName: "idOf",
      args: [owner],
    });

  it("lets one join and act by ERC-1271, and nobody else for it", async () => {
    const { signer, world } = parts;
    const { deployment } = world;
    const account = await contractAccount();
    expect((await signer.relay({ account, call: join({ deployment }) })).status).toBe("mined");
    const accountId = await idOfOwner(account.address);
    expect(accountId).toBeGreaterThan(0);
    const call = setProfile({ deployment, accountId, contentId: idOf("contract") });
    expect((await signer.relay({ account, call })).status).toBe("mined");
    const body = await signer.sign({ account, call });
    const other = accountAt(13);
    const forger = toAccount({
      address: account.address,
      signMessage: other.signMessage,
      signTransaction: other.signTransaction,
      signTypedData: other.signTypedData,
    });
    const forged = await signer.sign({ account: forger, call });
    expect((await signer.post(forged)).body).toMatchObject({ status: 401, code: "ForwarderBadSignature" });
    expect((await signer.post(body)).status).toBe(202);
    expect((await signer.decided(String((await signer.post(body)).body.id))).status).toBe("mined");
  });

  it("is not spoiled by one that turns hostile while it waits", async () => {
    const { chain, signer, world } = parts;
    const { deployment } = world;
    const account = await contractAccount();
    const first = await signer.post(await signer.sign({ account, call: join({ deployment }) }));
    expect(first.status).toBe(202);
    await chain.wallet(0).writeContract({
      address: account.address,
      abi: artifact.abi,
      functionName: "setHostile",
      args: [true],
    });
    const honest = setProfile({ deployment, accountId: await world.idAt(3), contentId: idOf("me") });
    const second = await signer.post(await signer.sign({ account: accountAt(3), call: honest }));
    expect((await signer.decided(String(second.body.id), 40)).status).toBe("mined");
    expect((await signer.decided(String(first.body.id), 40)).status).toBe("refused");
    expect(await idOfOwner(account.address)).toBe(0);
    const again = await signer.post(await signer.sign({ account, call: join({ deployment }), nonce: 0n }));
    expect(again.body).toMatchObject({ status: 401, code: "ForwarderBadSignature" });
  });
});
