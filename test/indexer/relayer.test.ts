import {
  acceptTask,
  claimIncome,
  claimTask,
  createSkill,
  join,
  openEpoch,
  pay,
  refreshLimit,
  setArbiter,
  setProfile,
  submitTask,
} from "@peercommons/sdk";
import { relayQuota } from "@peercommons/sdk/schemas";
import { type Address, zeroHash } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, send } from "./support/api.ts";
import { accountAt, type Chain, startChain, until } from "./support/chain.ts";
import { type Signer, signerOf } from "./support/relay.ts";
import { startRelayer, stateFolder, writeDeployment } from "./support/services.ts";
import { buildWorld, day, idOf, peer, type World } from "./support/world.ts";

const relayerIndex = 29;

describe("the relayer", () => {
  let chain: Chain;
  let world: World;
  let state: Awaited<ReturnType<typeof stateFolder>>;
  let relayer: Awaited<ReturnType<typeof startRelayer>>;
  let signer: Signer;
  let logo = 0;
  let ada = 0;
  const payer = accountAt(relayerIndex).address;
  const newcomer = privateKeyToAccount(generatePrivateKey());

  const funds = async () => ({
    ether: await chain.test.getBalance({ address: payer }),
    nonce: await chain.test.getTransactionCount({ address: payer }),
  });
  const idOfOwner = (owner: Address) =>
    chain.test.readContract({
      address: world.deployment.contracts.Members,
      abi: world.abis.Members,
      functionName: "idOf",
      args: [owner],
    });

  beforeAll(async () => {
    chain = await startChain();
    world = await buildWorld(chain);
    ada = await world.joinAs(6);
    await world.joinAs(7);
    logo = await world.addSkill("logo");
    state = await stateFolder();
    writeDeployment(state.path, world.deployment);
    relayer = await startRelayer({ chain, state: state.path });
    signer = signerOf(relayer.url, world.deployment, world.now);
  });

  afterAll(async () => {
    await relayer?.stop();
    await chain?.stop();
    await state?.remove();
  });

  it("lets a newcomer without ether join, and pays for it", async () => {
    const before = await funds();
    const done = await signer.relay({ account: newcomer, call: join({ deployment: world.deployment }) });
    expect(done.status).toBe("mined");
    expect(await idOfOwner(newcomer.address)).toBeGreaterThan(0);
    expect(await chain.test.getBalance({ address: newcomer.address })).toBe(0n);
    const after = await funds();
    expect(after.ether).toBeLessThan(before.ether);
    expect(after.nonce).toBe(before.nonce + 1);
  });

  it("answers a resend with the same request and pays once", async () => {
    const body = await signer.sign({
      account: accountAt(6),
      call: setProfile({ deployment: world.deployment, accountId: ada, contentId: idOf("me") }),
    });
    const [first, second] = await Promise.all([signer.post(body), signer.post(body)]);
    expect(first.body.id).toBe(second.body.id);
    const before = await signer.decided(String(first.body.id));
    const nonce = (await funds()).nonce;
    const third = await signer.post(body);
    expect(third.status).toBe(202);
    expect(third.body).toMatchObject({ id: before.id, status: "mined", tx: before.tx });
    expect((await funds()).nonce).toBe(nonce);
  });

  it("puts many people's requests into one transaction", async () => {
    const people = [6, 7, 3, 4, 5];
    const bodies = await Promise.all(
      people.map(async (index) =>
        signer.sign({
          account: accountAt(index),
          call: setProfile({
            deployment: world.deployment,
            accountId: await world.idAt(index),
            contentId: idOf(`p${index}`),
          }),
        }),
      ),
    );
    const before = await funds();
    const posted = await Promise.all(bodies.map((body) => signer.post(body)));
    const ends = await Promise.all(posted.map((answer) => signer.decided(String(answer.body.id))));
    expect(ends.map((end) => end.status)).toEqual(people.map(() => "mined"));
    expect((await funds()).nonce - before.nonce).toBeLessThan(people.length);
  });

  it("keeps the order of one person's requests, the second depending on the first", async () => {
    const account = privateKeyToAccount(generatePrivateKey());
    const { deployment } = world;
    const id =
      Number(
        await chain.test.readContract({
          address: deployment.contracts.Members,
          abi: world.abis.Members,
          functionName: "accountCount",
        }),
      ) + 1;
    const first = await signer.sign({ account, call: join({ deployment }), nonce: 0n });
    expect((await signer.post(first)).status).toBe(202);
    const taken = await signer.relay({
      account: accountAt(6),
      call: pay({ deployment, to: account.address, amount: 100_000n, memo: zeroHash }),
    });
    expect(taken.status).toBe("mined");
    const end = await signer.relay({
      account,
      call: setProfile({ deployment, accountId: id, contentId: idOf("new") }),
    });
    expect(end.status).toBe("mined");
  });

  it("relays a whole task, worker and poster without ether", async () => {
    const { deployment } = world;
    const taskId = await world.post(3, { skillId: logo, price: 2n * peer, flags: 1 });
    const memberId = await idOfOwner(newcomer.address);
    for (const [account, call] of [
      [newcomer, claimTask({ deployment, taskId, memberId })],
      [newcomer, submitTask({ deployment, taskId, deliverableId: idOf("work") })],
      [accountAt(3), acceptTask({ deployment, taskId, rating: 5 })],
    ] as const) {
      expect((await signer.relay({ account, call })).status).toBe("mined");
    }
    const held = await chain.test.readContract({
      address: deployment.contracts.Ledger,
      abi: world.abis.Ledger,
      functionName: "balanceOf",
      args: [newcomer.address],
    });
    expect(held).toBe(2n * peer);
  });

  it("pushes what anyone may call, such as a limit's refresh", async () => {
    const done = await signer.relay({
      account: newcomer,
      call: refreshLimit({ deployment: world.deployment, accountId: await idOfOwner(newcomer.address) }),
    });
    expect(done.status).toBe("mined");
  });

  describe("refuses at no cost", () => {
    let before: Awaited<ReturnType<typeof funds>>;
    beforeAll(async () => {
      before = await funds();
    });
    afterAll(async () => {
      expect(await funds()).toEqual(before);
    });

    const profile = () => setProfile({ deployment: world.deployment, accountId: ada, contentId: idOf("x") });
    type Body = Awaited<ReturnType<Signer["sign"]>>;
    const cases: [string, number, string, () => Promise<unknown>][] = [
      [
        "another town",
        409,
        "DeploymentOther",
        async () => ({ ...(await good()), deploymentId: idOf("elsewhere") }),
      ],
      [
        "a forged signature",
        401,
        "ForwarderBadSignature",
        async () => ({
          ...(await good()),
          signature: (await signer.sign({ account: accountAt(7), call: profile(), nonce: 900n })).signature,
        }),
      ],
      [
        "a changed request",
        401,
        "ForwarderBadSignature",
        async () => changed(await good(), { gas: "700000" }),
      ],
      [
        "a broken signature",
        401,
        "ForwarderBadSignature",
        async () => ({ ...(await good()), signature: "0x1234" }),
      ],
      [
        "a deadline that passed",
        400,
        "ForwarderExpired",
        async () => good({ deadline: (await world.now()) - 1 }),
      ],
      [
        "a deadline too far ahead",
        400,
        "RelayerDeadlineTooFar",
        async () => good({ deadline: (await world.now()) + 3 * day }),
      ],
      ["a nonce that was used", 409, "RelayerNonceUsed", async () => good({ nonce: 0n })],
      ["a gap in the nonces", 409, "RelayerNonceGap", async () => good({ nonce: 99n })],
      [
        "a foreign contract",
        403,
        "RelayerNotOurs",
        async () => good({ call: { ...profile(), address: accountAt(20).address } }),
      ],
      [
        "a governor's function",
        403,
        "RelayerNotAllowed",
        async () => good({ call: setArbiter({ deployment: world.deployment, arbiter: newcomer.address }) }),
      ],
      ["ether along", 400, "RelayerNoValue", async () => changed(await good(), { value: "1" })],
      ["more gas than any call needs", 400, "RelayerGasOutOfBounds", async () => good({ gas: 50_000_000n })],
      ["somebody unknown", 403, "RelayerNotMember", async () => good({ account: accountAt(21), nonce: 0n })],
      ["a call for another's account", 422, "MembersNotOwner", async () => good({ account: accountAt(7) })],
      [
        "a task that does not exist",
        422,
        "TaskMarketUnknownTask",
        async () => good({ call: claimTask({ deployment: world.deployment, taskId: 77n, memberId: ada }) }),
      ],
      [
        "a payment beyond the limit",
        422,
        "LedgerInsufficient",
        async () =>
          good({
            call: pay({
              deployment: world.deployment,
              to: newcomer.address,
              amount: 500n * peer,
              memo: zeroHash,
            }),
          }),
      ],
      ["a number that is none", 400, "BadRequest", async () => changed(await good(), { nonce: "-1" })],
      ["text that is no JSON", 400, "BadRequest", async () => "{"],
    ];
    const good = async (fields: Partial<Parameters<Signer["sign"]>[0]> = {}): Promise<Body> =>
      signer.sign({ account: accountAt(6), call: profile(), ...fields });
    const changed = (body: Body, fields: Record<string, string>) => ({
      ...body,
      request: { ...body.request, ...fields },
    });

    for (const [name, status, code, make] of cases) {
      it(name, async () => {
        const answer = await signer.post(await make());
        expect(answer.body).toMatchObject({ status, code });
        expect(answer.headers.get("content-type")).toContain("application/problem+json");
        expect(String(answer.body.detail)).toMatch(/^.{20,}[.]$/);
      });
    }

    it("a replay under another id: the same call, the used nonce", async () => {
      const answer = await signer.post(await good({ nonce: 0n, deadline: (await world.now()) + 99 }));
      expect(answer.body.code).toBe("RelayerNonceUsed");
    });

    it("a request id nobody sent", async () => {
      expect((await send(relayer.url, "GET", `/v1/relay/${idOf("none")}`)).body.code).toBe(
        "RelayerUnknownRequest",
      );
    });
  });

  it("creates one skill a month for free", async () => {
    const { deployment } = world;
    const make = (symbol: string) =>
      createSkill({ deployment, creatorId: ada, parentId: 0, name: symbol, symbol });
    expect((await signer.relay({ account: accountAt(6), call: make("relayed") })).status).toBe("mined");
    const second = await signer.post(await signer.sign({ account: accountAt(6), call: make("second") }));
    expect(second.body).toMatchObject({ status: 429, code: "RelayerSkillLimit" });
    const quota = await get(relayer.url, `/v1/relay/quota/${accountAt(6).address}`, relayQuota);
    expect(quota.createSkill).toEqual({ used: 1, limit: 1 });
    expect(quota.requests.used).toBeGreaterThan(2);
  });

  it("reports why a call failed that others overtook", async () => {
    const { deployment } = world;
    const taskId = await world.post(3, { skillId: logo, flags: 1 });
    await chain.test.setAutomine(false);
    try {
      const body = await signer.sign({
        account: accountAt(6),
        call: claimTask({ deployment, taskId, memberId: ada }),
      });
      const { id } = (await signer.post(body)).body;
      await until("the broadcast", async () =>
        (await signer.stateOf(String(id))).status === "sent" ? true : null,
      );
      const { address, abi, functionName, args } = claimTask({
        deployment,
        taskId,
        memberId: await world.idAt(7),
      });
      await chain.wallet(7).writeContract({
        address,
        abi,
        functionName,
        args,
        gas: 500_000n,
        maxPriorityFeePerGas: 10n ** 12n,
        maxFeePerGas: 2n * 10n ** 12n,
      });
      await chain.test.mine({ blocks: 1 });
      const end = await signer.decided(String(id));
      expect(end).toMatchObject({ status: "failed", error: { code: "TaskMarketWrongState" } });
    } finally {
      await chain.test.setAutomine(true);
    }
  });

  it("loses nothing and doubles nothing when it is killed with a transaction on its way", async () => {
    const { deployment } = world;
    await chain.test.setAutomine(false);
    const before = await funds();
    const call = setProfile({ deployment, accountId: ada, contentId: idOf("after a kill") });
    const { id } = (await signer.post(await signer.sign({ account: accountAt(6), call }))).body;
    await until("the broadcast", async () =>
      (await signer.stateOf(String(id))).status === "sent" ? true : null,
    );
    await relayer.stop("SIGKILL");
    relayer = await startRelayer({ chain, state: state.path, port: relayer.port });
    await chain.test.setAutomine(true);
    await chain.test.mine({ blocks: 1 });
    const end = await signer.decided(String(id));
    expect(end.status).toBe("mined");
    expect((await funds()).nonce).toBe(before.nonce + 1);
  });

  it("goes on with what waited when it was killed before sending", async () => {
    await relayer.stop();
    const slow = await startRelayer({
      chain,
      state: state.path,
      env: { PEERCOMMONS_RELAYER_WINDOW_MS: "60000" },
    });
    const slowly = signerOf(slow.url, world.deployment, world.now);
    const call = setProfile({ deployment: world.deployment, accountId: ada, contentId: idOf("waited") });
    const { id, status } = (await slowly.post(await slowly.sign({ account: accountAt(6), call }))).body;
    expect(status).toBe("queued");
    await slow.stop("SIGKILL");
    relayer = await startRelayer({ chain, state: state.path, port: relayer.port });
    expect((await signer.decided(String(id))).status).toBe("mined");
  });

  it("sends again what a reorganisation took back, once", async () => {
    const { deployment } = world;
    const snapshot = await chain.test.snapshot();
    const before = await funds();
    const call = setProfile({ deployment, accountId: ada, contentId: idOf("twice mined") });
    const end = await signer.relay({ account: accountAt(6), call });
    expect(end.status).toBe("mined");
    await chain.test.revert({ id: snapshot });
    expect((await funds()).nonce).toBe(before.nonce);
    await until(
      "the second mining",
      async () => ((await funds()).nonce === before.nonce + 1 ? true : null),
      20,
    );
    expect(await signer.decided(end.id)).toMatchObject({ status: "mined", tx: end.tx });
  });

  it("stops an account at its daily share", async () => {
    await relayer.stop();
    relayer = await startRelayer({
      chain,
      state: state.path,
      port: relayer.port,
      env: { PEERCOMMONS_RELAYER_DAILY_REQUESTS: "3" },
    });
    const call = setProfile({ deployment: world.deployment, accountId: ada, contentId: idOf("too much") });
    const answer = await signer.post(await signer.sign({ account: accountAt(6), call }));
    expect(answer.body).toMatchObject({ status: 429, code: "RelayerDailyLimit" });
    expect(answer.headers.get("retry-after")).not.toBeNull();
    await relayer.stop();
    relayer = await startRelayer({ chain, state: state.path, port: relayer.port });
  });

  it("claims basic income for somebody without ether", async () => {
    const { deployment } = world;
    await world.warp((await world.now()) + 8 * day);
    await world.act(4, openEpoch({ deployment }));
    const accountId = await idOfOwner(newcomer.address);
    const end = await signer
      .relay({ account: newcomer, call: claimIncome({ deployment, accountId }) })
      .catch((error: Error) => error.message);
    // The commons may have had nothing to share yet; then it is refused with the contract's sentence, at no cost.
    if (typeof end === "string") expect(end).toContain("BasicIncomeNothing");
    else expect(end.status).toBe("mined");
  });

  it("says how it is", async () => {
    expect((await send(relayer.url, "GET", "/health")).body).toMatchObject({ ok: true });
    const metrics = await send(relayer.url, "GET", "/metrics");
    expect(metrics.text).toContain("relayer_balance_ether");
    await chain.test.setBalance({ address: payer, value: 0n });
    const poor = await send(relayer.url, "GET", "/ready");
    expect(poor.status).toBe(503);
    expect(String(poor.body.detail)).toContain("ether");
  });
});
