import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pay, sessionTypedData } from "@peercommons/sdk";
import {
  deploymentStatus,
  draftList,
  feedItem,
  pageOf,
  passList,
  session,
  statementLine,
  stats,
} from "@peercommons/sdk/schemas";
import { zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, send } from "./support/api.ts";
import { accountAt, type Chain, freePort, startChain, until } from "./support/chain.ts";
import {
  caughtUp,
  ponderIsGone,
  startIndexer,
  startService,
  stateFolder,
  writeDeployment,
} from "./support/services.ts";
import { buildWorld, peer, type World } from "./support/world.ts";

/** What a town has to live through: kills, reorganisations, another chain; and what people keep must be there after all of it. */
describe("an indexer in trouble", () => {
  let chain: Chain;
  let world: World;
  let state: Awaited<ReturnType<typeof stateFolder>>;
  let indexer: Awaited<ReturnType<typeof startIndexer>>;
  let logo = 0;
  let open = 0n;
  let token = "";

  const caught = () => until("the tables to catch up", () => caughtUp(indexer.url, chain));
  const authorised = () => ({ authorization: `Bearer ${token}` });
  const sumOfStatement = async (accountId: number) => {
    const { items } = await get(
      indexer.url,
      `/v1/accounts/${accountId}/statement?limit=100`,
      pageOf(statementLine),
    );
    return { lines: items.length, sum: items.reduce((sum, line) => sum + BigInt(line.amount), 0n) };
  };

  beforeAll(async () => {
    chain = await startChain();
    world = await buildWorld(chain);
    await world.joinAs(6);
    logo = await world.addSkill("logo");
    open = await world.post(3, { skillId: logo, flags: 1, contentId: world.bodyOf("A poster").contentId });
    state = await stateFolder();
    writeDeployment(state.path, world.deployment);
    indexer = await startIndexer({ chain, state: state.path });
  });

  afterAll(async () => {
    await indexer?.stop();
    await chain?.stop();
    await state?.remove();
  });

  it("signs people in by a typed signature only", async () => {
    const account = accountAt(6);
    const issuedAt = Math.floor(Date.now() / 1_000);
    const { deploymentId } = world.deployment;
    const signature = await account.signTypedData(
      sessionTypedData(world.deployment, { account: account.address, issuedAt }),
    );
    const body = { account: account.address, deploymentId, issuedAt, signature };
    const refused = async (fields: object) =>
      (await send(indexer.url, "POST", "/v1/sessions", { ...body, ...fields })).body.code;
    expect(await refused({ account: accountAt(7).address })).toBe("SessionBadSignature");
    expect(await refused({ issuedAt: issuedAt - 1 })).toBe("SessionBadSignature");
    expect(await refused({ issuedAt: 1_000 })).toBe("SessionStale");
    expect(await refused({ deploymentId: zeroHash })).toBe("DeploymentOther");
    const answer = await send(indexer.url, "POST", "/v1/sessions", body);
    token = session.parse(answer.body).token;
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const forged = `${token.slice(0, -4)}AAAA`;
    expect(
      (await send(indexer.url, "GET", "/v1/passes", undefined, { authorization: `Bearer ${forged}` })).body
        .code,
    ).toBe("SessionInvalid");
  });

  it("hides a passed task from that member alone", async () => {
    const path = `/v1/feed?memberId=${await world.idAt(6)}`;
    const ids = async (headers = {}) =>
      (await get(indexer.url, path, pageOf(feedItem), headers)).items.map((item) => item.task.taskId);
    expect(await ids(authorised())).toContain(String(open));
    expect(
      (await send(indexer.url, "POST", "/v1/passes", { taskId: String(open) }, authorised())).status,
    ).toBe(204);
    expect(await ids(authorised())).not.toContain(String(open));
    expect(await ids()).toContain(String(open));
  });

  it("keeps drafts, and refuses what is too large or oddly named", async () => {
    const put = (key: string, value: unknown) =>
      send(indexer.url, "PUT", `/v1/drafts/${key}`, { value }, authorised());
    expect((await put("task-1", { title: "half a thought" })).status).toBe(204);
    expect((await put("task-1", "x".repeat(50_000))).body.code).toBe("DraftTooLarge");
    expect((await put("..%2fetc", 1)).body.code).toBe("BadRequest");
    expect((await send(indexer.url, "GET", "/v1/drafts/task-1", undefined, authorised())).body.value).toEqual(
      { title: "half a thought" },
    );
  });

  it("undoes what a reorganisation undid, and does what it did instead", async () => {
    const { deployment } = world;
    const accountId = await world.idAt(6);
    await world.act(3, pay({ deployment, to: accountAt(6).address, amount: 2n * peer, memo: zeroHash }));
    await caught();
    const before = await sumOfStatement(accountId);
    const snapshot = await chain.test.snapshot();
    await world.act(6, pay({ deployment, to: accountAt(3).address, amount: peer, memo: zeroHash }));
    await world.act(6, pay({ deployment, to: accountAt(3).address, amount: 1n, memo: zeroHash }));
    await caught();
    expect((await sumOfStatement(accountId)).lines).toBe(before.lines + 2);
    await chain.test.revert({ id: snapshot });
    await world.act(6, pay({ deployment, to: accountAt(4).address, amount: 5n, memo: zeroHash }));
    await world.act(6, pay({ deployment, to: accountAt(4).address, amount: 5n, memo: zeroHash }));
    await world.act(6, pay({ deployment, to: accountAt(4).address, amount: 5n, memo: zeroHash }));
    await until("the other history", async () => {
      await caught();
      const now = await sumOfStatement(accountId);
      return now.lines === before.lines + 3 && now.sum === before.sum - 15n ? true : null;
    });
  });

  it("goes on after a kill, with the same tables and everybody's drafts", async () => {
    const accountId = await world.idAt(6);
    const before = await sumOfStatement(accountId);
    await indexer.stop("SIGKILL");
    await until("Ponder's own end", async () => ponderIsGone(indexer));
    await world.act(
      6,
      pay({ deployment: world.deployment, to: accountAt(3).address, amount: 7n, memo: zeroHash }),
    );
    indexer = await startIndexer({ chain, state: state.path, port: indexer.port });
    const after = await sumOfStatement(accountId);
    expect(after).toEqual({ lines: before.lines + 1, sum: before.sum - 7n });
    expect((await get(indexer.url, "/v1/drafts", draftList, authorised())).items).toHaveLength(1);
  });

  it("makes broken tables anew by itself", async () => {
    await indexer.stop();
    await rm(join(state.path, "indexer/pglite/base"), { recursive: true });
    indexer = await startIndexer({ chain, state: state.path, port: indexer.port });
    expect(indexer.log()).toContain("made anew");
    expect((await get(indexer.url, "/v1/stats", stats)).members).toBe(4);
    expect((await get(indexer.url, "/v1/passes", passList, authorised())).items).toHaveLength(1);
  });

  it("moves to another deployment when the chain starts afresh", async () => {
    const port = chain.port;
    const accountId = await world.idAt(6);
    await chain.stop();
    for (const what of ["credit", "income"]) {
      const { status, body } = await send(indexer.url, "GET", `/v1/accounts/${accountId}/${what}`);
      expect({ status, code: body.code }).toEqual({ status: 503, code: "ChainAway" });
    }
    chain = await startChain({ port, args: ["--timestamp", String(Math.floor(Date.now() / 1_000) - 5_000)] });
    const other = await buildWorld(chain);
    writeDeployment(state.path, other.deployment);
    await until(
      "the other town",
      async () => {
        const status = await get(indexer.url, "/v1/deployment", deploymentStatus);
        return status.deploymentId === other.deployment.deploymentId ? true : null;
      },
      100,
    );
    await caught();
    expect((await get(indexer.url, "/v1/stats", stats)).members).toBe(3);
  });

  it("does not start on a chain that holds another town or none", async () => {
    await indexer.stop();
    const { port } = chain;
    await chain.stop();
    chain = await startChain({ port });
    const service = startService("indexer/start.ts", { chain, state: state.path });
    expect(await service.exited).toBe(1);
    expect(service.log()).toContain("another town or none");
  });

  it("does not move to another port when its own is taken", async () => {
    const other = await stateFolder();
    const fresh = await startChain();
    try {
      writeDeployment(other.path, (await buildWorld(fresh)).deployment);
      const env = { PEERCOMMONS_INDEXER_PORT: String(fresh.port) };
      const service = startService("indexer/start.ts", { chain: fresh, state: other.path, env });
      expect(await service.exited).toBe(1);
      expect(service.log()).toContain(`The port ${fresh.port} is in use`);
    } finally {
      await fresh.stop();
      await other.remove();
    }
  });

  it("says in a sentence that there is no chain, no deployment, or a setting is wrong", async () => {
    const port = await freePort();
    const nowhere = { ...chain, url: `http://127.0.0.1:${port}`, ws: `ws://127.0.0.1:${port}` };
    const failing = async (env: Record<string, string>) => {
      const service = startService("indexer/start.ts", { chain: nowhere, state: state.path, env });
      expect(await service.exited).toBe(1);
      return service.log();
    };
    expect(await failing({ PEERCOMMONS_DEPLOYMENT: join(state.path, "nothing.json") })).toContain(
      "There is no deployment at",
    );
    expect(await failing({ PEERCOMMONS_INDEXER_PORT: "99999" })).toContain("PEERCOMMONS_INDEXER_PORT");
  });
});
