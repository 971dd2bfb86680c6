// Acts on tasks that people sign readably, in the task market's own batches.
import { abis, claimTask, signTaskAct, type TaskAct, taskActBody, taskTerms } from "@peercommons/sdk";
import { type Relayed, relayNext, relayQuota } from "@peercommons/sdk/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, send } from "./support/api.ts";
import { accountAt, type Chain, startChain, until } from "./support/chain.ts";
import { signerOf } from "./support/relay.ts";
import { startRelayer, stateFolder, writeDeployment } from "./support/services.ts";
import { buildWorld, day, idOf, peer, type World } from "./support/world.ts";

const relayerIndex = 29;

describe("signed acts at the relayer", () => {
  let chain: Chain;
  let world: World;
  let state: Awaited<ReturnType<typeof stateFolder>>;
  let relayer: Awaited<ReturnType<typeof startRelayer>>;
  let logo = 0;
  const sent = () => chain.test.getTransactionCount({ address: accountAt(relayerIndex).address });
  const decided = (id: string) => signerOf(relayer.url, world.deployment, world.now).decided(id);

  beforeAll(async () => {
    chain = await startChain();
    world = await buildWorld(chain);
    for (const index of [6, 7, 8, 9, 10, 11, 12]) await world.joinAs(index);
    logo = await world.addSkill("logo");
    state = await stateFolder();
    writeDeployment(state.path, world.deployment);
    relayer = await startRelayer({ chain, state: state.path });
  });

  afterAll(async () => {
    await relayer?.stop();
    await chain?.stop();
    await state?.remove();
  });

  async function signed(index: number, act: TaskAct) {
    const { deployment } = world;
    return taskActBody(deployment, await signTaskAct({ deployment, act, account: accountAt(index) }));
  }
  const hand = (body: unknown) => send(relayer.url, "POST", "/v1/relay/acts", body);
  async function done(index: number, act: TaskAct): Promise<Relayed> {
    const answer = await hand(await signed(index, act));
    if (answer.status !== 202) throw new Error(`refused: ${answer.text}`);
    return decided(String(answer.body.id));
  }
  const soon = async () => (await world.now()) + 3_600;
  const taskOf = (taskId: bigint) =>
    chain.test.readContract({
      ...{ address: world.deployment.contracts.TaskMarket, abi: abis.TaskMarket },
      functionName: "taskOf",
      args: [taskId],
    });
  const next = async (index: number) =>
    BigInt((await get(relayer.url, `/v1/relay/next/${accountAt(index).address}`, relayNext)).taskId);

  /** The id of a task that is posted without the relayer; relayed posts have counted before it. */
  async function posted(index: number): Promise<bigint> {
    const taskId = await next(index);
    await world.post(index, { skillId: logo, price: peer / 2n, flags: 1 });
    return taskId;
  }

  async function postAct(taskId: bigint): Promise<TaskAct> {
    const deadlineAt = (await world.now()) + 7 * day;
    const terms = taskTerms({ skillId: logo, price: peer / 2n, effort: 1, deadlineAt, flags: 1 });
    return { kind: "Post", taskId, ...terms, contentId: idOf(`body ${taskId}`), until: await soon() };
  }
  async function claimAct(taskId: bigint, index: number): Promise<TaskAct> {
    const { changedAt: since, price } = await taskOf(taskId);
    return { kind: "Claim", taskId, memberId: await world.idAt(index), price, since, until: await soon() };
  }

  it("brings a whole task from post to paid, nobody having ether for it", async () => {
    const taskId = await next(3);
    expect((await done(3, await postAct(taskId))).status).toBe("mined");
    expect((await done(6, await claimAct(taskId, 6))).status).toBe("mined");
    const claimed = await taskOf(taskId);
    const about = { taskId, workerId: claimed.workerId, since: claimed.changedAt, until: await soon() };
    expect((await done(6, { kind: "Submit", ...about, deliverableId: idOf("work") })).status).toBe("mined");
    const { changedAt: since, price } = await taskOf(taskId);
    expect((await done(3, { kind: "Accept", ...about, since, price, rating: 5 })).status).toBe("mined");
    expect((await taskOf(taskId)).state).toBe(0);
    const quota = await get(relayer.url, `/v1/relay/quota/${accountAt(6).address}`, relayQuota);
    expect(quota.requests.used).toBe(2);
    expect(Number(quota.gas.used)).toBeLessThan(400_000);
  });

  it("puts posts of one and claims of others into few transactions, in order", async () => {
    const first = await next(3);
    const before = await sent();
    const bodies = [];
    for (const i of [0n, 1n, 2n]) bodies.push(await signed(3, await postAct(first + i)));
    const taken = [];
    for (const body of bodies) taken.push(await hand(body));
    const ends = await Promise.all(taken.map(({ body }) => decided(String(body.id))));
    expect(ends.map(({ status }) => status)).toEqual(["mined", "mined", "mined"]);
    expect((await sent()) - before).toBeLessThan(3);
    expect(await next(3)).toBe(first + 3n);
    const claims = await Promise.all(
      [9, 10, 11].map(async (index, i) => done(index, await claimAct(first + BigInt(i), index))),
    );
    expect(claims.map(({ status }) => status)).toEqual(["mined", "mined", "mined"]);
  });

  it("answers a resend with the same act and pays once", async () => {
    const taskId = await posted(3);
    const body = await signed(7, await claimAct(taskId, 7));
    const [one, two] = await Promise.all([hand(body), hand(body)]);
    expect(one.body.id).toBe(two.body.id);
    const end = await decided(String(one.body.id));
    const count = await sent();
    expect((await hand(body)).body).toMatchObject({ id: end.id, status: "mined", tx: end.tx });
    expect(await sent()).toBe(count);
  });

  it("refuses at no cost what is forged, stale, late, foreign or hopeless", async () => {
    const taskId = await posted(3);
    const act = await claimAct(taskId, 8);
    // In the task's own second every claim waits, and nobody looks at its signature yet.
    await world.warp((await world.now()) + 2);
    const good = await signed(8, act);
    const other = await signed(7, act);
    const count = await sent();
    const cases: [string, unknown, number, string][] = [
      ["another town", { ...good, deploymentId: idOf("elsewhere") }, 409, "DeploymentOther"],
      ["another's signature", { ...good, signature: other.signature }, 401, "TaskMarketActNotSigned"],
      ["a changed act", { ...good, act: { ...good.act, price: "1" } }, 401, "TaskMarketActNotSigned"],
      ["a broken signature", { ...good, signature: "0x12" }, 400, "BadRequest"],
      ["for another's account", other, 422, "TaskMarketActNotSigned"],
      ["by nobody known", await signed(21, act), 403, "RelayerNotMember"],
      ["another price", await signed(8, { ...act, price: 1n } as TaskAct), 422, "TaskMarketActNotSigned"],
      ["an earlier state", await signed(8, { ...act, since: 5 } as TaskAct), 422, "TaskMarketActNotSigned"],
      ["over", await signed(8, { ...act, until: await world.now() }), 400, "TaskMarketActExpired"],
      [
        "far ahead",
        await signed(8, { ...act, until: (await world.now()) + 3 * day }),
        400,
        "RelayerDeadlineTooFar",
      ],
      ["a task that is none", await signed(8, { ...act, taskId: 77n }), 422, "TaskMarketUnknownTask"],
      [
        "a later place in line",
        await signed(3, await postAct((await next(3)) + 5n)),
        422,
        "TaskMarketActNotNext",
      ],
    ];
    for (const [name, body, status, code] of cases) {
      const answer = await hand(body);
      expect(answer.body, name).toMatchObject({ status, code });
      expect(String(answer.body.detail), name).toMatch(/^.{20,}[.]$/);
    }
    expect(await sent()).toBe(count);
  });

  it("tells why an act failed that others overtook, and does the rest of its batch", async () => {
    const contested = await posted(3);
    const free = await posted(4);
    await chain.test.setAutomine(false);
    try {
      const slow = await hand(await signed(12, await claimAct(contested, 12)));
      const lucky = await hand(await signed(8, await claimAct(free, 8)));
      for (const { body } of [slow, lucky]) {
        await until("the broadcast", async () =>
          (await send(relayer.url, "GET", `/v1/relay/${body.id}`)).body.status === "sent" ? true : null,
        );
      }
      const { address, abi, functionName, args } = claimTask({
        ...{ deployment: world.deployment, taskId: contested, memberId: await world.idAt(6) },
      });
      const dear = { gas: 500_000n, maxPriorityFeePerGas: 10n ** 12n, maxFeePerGas: 2n * 10n ** 12n };
      await chain.wallet(6).writeContract({ address, abi, functionName, args, ...dear });
      await relayer.stop("SIGKILL");
      relayer = await startRelayer({ chain, state: state.path, port: relayer.port });
      await chain.test.mine({ blocks: 1 });
      expect(await decided(String(slow.body.id))).toMatchObject({
        status: "failed",
        error: { code: "TaskMarketWrongState" },
      });
      expect(await decided(String(lucky.body.id))).toMatchObject({ status: "mined" });
    } finally {
      await chain.test.setAutomine(true);
    }
  });
});
