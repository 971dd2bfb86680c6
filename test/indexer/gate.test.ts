import { delistToken, depositWithPermit, readGateReceipt, redeemToken } from "@peercommons/sdk";
import { accountGate, gate, pageOf, statementLine } from "@peercommons/sdk/schemas";
import { type Address, parseAbi } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, send } from "./support/api.ts";
import { accountAt, type Chain, startChain, until } from "./support/chain.ts";
import { caughtUp, startIndexer, stateFolder, writeDeployment } from "./support/services.ts";
import { buildWorld, founders, peer, type World } from "./support/world.ts";

const permitTypes = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** A founder brings play money in and takes a part of it out. */
describe("the gate, indexed", () => {
  let chain: Chain;
  let world: World;
  let url: string;
  let token: Address;
  let state: Awaited<ReturnType<typeof stateFolder>>;
  let indexer: Awaited<ReturnType<typeof startIndexer>>;
  const [ada = 3] = founders;
  const caught = () => until("the tables to catch up", () => caughtUp(url, chain));

  beforeAll(async () => {
    chain = await startChain();
    world = await buildWorld(chain);
    state = await stateFolder();
    writeDeployment(state.path, world.deployment);
    indexer = await startIndexer({ chain, state: state.path });
    url = indexer.url;
  });

  afterAll(async () => {
    await indexer?.stop();
    await chain?.stop();
    await state?.remove();
  });

  it("knows the town's play money from the start", async () => {
    const seen = await get(url, "/v1/gate", gate);
    expect(seen).toMatchObject({ reserve: "0", tokens: [{ symbol: "PLAY", decimals: 6, listed: true }] });
    token = seen.tokens[0]?.token as Address;
  });

  it("shows what came in, what went out, and what may still go", async () => {
    const owner = accountAt(ada);
    const { Gate: spender } = world.deployment.contracts;
    const name = await chain.test.readContract({
      address: token,
      abi: parseAbi(["function name() view returns (string)"]),
      functionName: "name",
    });
    const deadline = 2n ** 40n;
    const signature = await owner.signTypedData({
      domain: { name, version: "1", chainId: world.deployment.chainId, verifyingContract: token },
      types: permitTypes,
      primaryType: "Permit",
      message: { owner: owner.address, spender, value: 80n * peer, nonce: 0n, deadline },
    });
    const { deployment } = world;
    await world.act(
      ada,
      depositWithPermit({ deployment, accountId: 1, token, amount: 80n * peer, deadline, signature }),
    );
    await world.act(
      ada,
      redeemToken({ deployment, accountId: 1, token, amount: 30n * peer, to: owner.address }),
    );
    await caught();
    const seen = await get(url, "/v1/accounts/1/gate", accountGate);
    expect(seen.tokens).toMatchObject([{ net: "50000000", redeemable: "20000000", reserve: "50000000" }]);
    const held = await readGateReceipt(chain.test, { deployment, accountId: 1, token });
    expect(held).toEqual({ net: 50n * peer, redeemable: 20n * peer });
    const { items } = await get(url, "/v1/accounts/1/statement", pageOf(statementLine));
    expect(items.map((line) => [line.kind, line.amount])).toEqual([
      ["takenOut", "-30000000"],
      ["broughtIn", "80000000"],
    ]);
  });

  it("shows that a token was closed, and what is still in", async () => {
    await world.act(1, delistToken({ deployment: world.deployment, token }));
    await caught();
    const { tokens } = await get(url, "/v1/accounts/1/gate", accountGate);
    expect(tokens).toMatchObject([{ listed: false, net: "50000000" }]);
    expect((await send(url, "GET", "/v1/accounts/999/gate")).status).toBe(404);
  });
});
