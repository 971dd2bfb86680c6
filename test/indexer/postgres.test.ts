import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pay, sessionTypedData } from "@peercommons/sdk";
import { draftList, feedItem, pageOf, passList, session, stats, taskSummary } from "@peercommons/sdk/schemas";
import { zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, send } from "./support/api.ts";
import { accountAt, type Chain, startChain, until } from "./support/chain.ts";
import { type Postgres, startPostgres } from "./support/postgres.ts";
import {
  caughtUp,
  ponderIsGone,
  startIndexer,
  startReplica,
  startService,
  stateFolder,
  writeDeployment,
} from "./support/services.ts";
import { buildWorld, peer, type World } from "./support/world.ts";

/** The indexer on a real PostgreSQL server: one writer, a replica beside it, and what people keep shared by both. */
describe("an indexer on PostgreSQL", () => {
  let chain: Chain;
  let world: World;
  let postgres: Postgres;
  let state: Awaited<ReturnType<typeof stateFolder>>;
  let indexer: Awaited<ReturnType<typeof startIndexer>>;
  let replica: Awaited<ReturnType<typeof startReplica>>;
  let env: Record<string, string>;
  let body: ReturnType<World["bodyOf"]>;
  let open = 0n;
  let token = "";

  const authorised = () => ({ authorization: `Bearer ${token}` });
  const schemas = async () =>
    (
      await postgres.ask<{ name: string }>(
        "select schema_name as name from information_schema.schemata where schema_name like 'town%' order by 1",
      )
    ).map((row) => row.name);
  const privateOne = () => `town_${world.deployment.deploymentId.slice(2, 10)}_private`;

  beforeAll(async () => {
    postgres = await startPostgres();
    env = { DATABASE_URL: postgres.url };
    chain = await startChain();
    world = await buildWorld(chain);
    await world.joinAs(6);
    body = world.bodyOf("A poster");
    const logo = await world.addSkill("logo");
    open = await world.post(3, { skillId: logo, flags: 1, contentId: body.contentId });
    state = await stateFolder();
    writeDeployment(state.path, world.deployment);
    indexer = await startIndexer({ chain, state: state.path, env });
    replica = await startReplica({ chain, state: state.path, env });
  });

  afterAll(async () => {
    await replica?.stop();
    await indexer?.stop();
    await chain?.stop();
    await postgres?.stop();
    await state?.remove();
  });

  it("keeps its tables in a schema of the deployment and the code, and private things in another", async () => {
    const id = world.deployment.deploymentId.slice(2, 10);
    expect(await schemas()).toEqual([expect.stringMatching(`^town_${id}_[0-9a-f]{8}$`), privateOne()]);
    expect((await get(indexer.url, "/v1/stats", stats)).members).toBe(4);
  });

  it("is served by a replica, new blocks included", async () => {
    const { deployment } = world;
    await world.act(3, pay({ deployment, to: accountAt(6).address, amount: peer, memo: zeroHash }));
    await until("the replica's rows", () => caughtUp(replica.url, chain));
    for (const path of [
      "/v1/stats",
      "/v1/skills",
      "/v1/feed",
      `/v1/tasks/${open}`,
      "/v1/accounts/4/statement",
    ]) {
      const [one, other] = [await send(indexer.url, "GET", path), await send(replica.url, "GET", path)];
      expect(other.status, path).toBe(200);
      expect(other.body, path).toEqual(one.body);
    }
  });

  it("knows one session, one person's passes and drafts, whichever process is asked", async () => {
    const account = accountAt(6);
    const { deploymentId } = world.deployment;
    const issuedAt = Math.floor(Date.now() / 1_000);
    const typed = sessionTypedData(world.deployment, { account: account.address, issuedAt });
    const signature = await account.signTypedData(typed);
    const asked = { account: account.address, deploymentId, issuedAt, signature };
    token = session.parse((await send(indexer.url, "POST", "/v1/sessions", asked)).body).token;
    const passed = await send(replica.url, "POST", "/v1/passes", { taskId: String(open) }, authorised());
    expect(passed.status).toBe(204);
    const put = await send(
      replica.url,
      "PUT",
      "/v1/drafts/task-1",
      { value: { title: "half" } },
      authorised(),
    );
    expect(put.status).toBe(204);
    for (const { url } of [indexer, replica]) {
      expect((await get(url, "/v1/passes", passList, authorised())).items).toHaveLength(1);
      expect((await get(url, "/v1/drafts", draftList, authorised())).items).toHaveLength(1);
      const fed = await get(url, "/v1/feed?memberId=4", pageOf(feedItem), authorised());
      expect(fed.items.map((item) => item.task.taskId)).not.toContain(String(open));
    }
  });

  it("finds a task by the words of its body, stored through any process", async () => {
    expect((await send(replica.url, "PUT", `/v1/content/${body.contentId}`, body.put)).status).toBe(200);
    for (const { url } of [indexer, replica]) {
      const found = await get(url, "/v1/tasks?q=poster", pageOf(taskSummary));
      expect(found.items.map((item) => item.taskId)).toEqual([String(open)]);
      expect((await get(url, "/v1/tasks?q=plumber", pageOf(taskSummary))).items).toEqual([]);
    }
  });

  it("gives nothing private to whoever asks by SQL", async () => {
    const asked = async (sql: string) => {
      const query = JSON.stringify({ json: { sql, params: [] } });
      const response = await fetch(`${replica.url}/sql/db?sql=${encodeURIComponent(query)}`);
      return { status: response.status, text: await response.text() };
    };
    const allowed = await asked("select count(*) from account");
    expect(allowed).toMatchObject({ status: 200 });
    for (const sql of [
      `select * from "${privateOne()}".draft`,
      `select * from "${privateOne()}".secret`,
      "select * from draft",
      "select * from pg_catalog.pg_class",
    ]) {
      const { status, text } = await asked(sql);
      expect({ sql, refused: status >= 400 }).toEqual({ sql, refused: true });
      expect(text).not.toContain("half");
    }
  });

  it("goes on after a kill, with the same tables", async () => {
    const before = await schemas();
    await indexer.stop("SIGKILL");
    await until("Ponder's own end", async () => ponderIsGone(indexer));
    await world.act(
      6,
      pay({ deployment: world.deployment, to: accountAt(3).address, amount: 7n, memo: zeroHash }),
    );
    expect((await get(replica.url, "/v1/stats", stats)).members).toBe(4);
    indexer = await startIndexer({ chain, state: state.path, port: indexer.port, env });
    expect(await schemas()).toEqual(before);
    expect(indexer.log()).not.toContain("made anew");
  });

  it("makes its tables anew without touching what people keep", async () => {
    await replica.stop();
    await indexer.stop();
    const stamp = join(state.path, "indexer/stamp.json");
    const old = { deploymentId: zeroHash, startBlockHash: zeroHash, code: "", checkpoint: null };
    rmSync(stamp);
    writeFileSync(stamp, JSON.stringify(old));
    indexer = await startIndexer({ chain, state: state.path, port: indexer.port, env });
    expect(indexer.log()).toContain("made anew");
    expect((await get(indexer.url, "/v1/stats", stats)).members).toBe(4);
    expect((await get(indexer.url, "/v1/drafts", draftList, authorised())).items).toHaveLength(1);
    expect((await get(indexer.url, "/v1/passes", passList, authorised())).items).toHaveLength(1);
  });

  it("says in a sentence that PostgreSQL is not there, or that there is nothing to serve", async () => {
    const failing = async (script: string, databaseUrl: string) => {
      const service = startService(script, { chain, state: state.path, env: { DATABASE_URL: databaseUrl } });
      expect(await service.exited).toBe(1);
      return service.log();
    };
    const nowhere = "postgres://town@127.0.0.1:1/postgres";
    for (const script of ["indexer/serve.ts", "indexer/start.ts"])
      expect(await failing(script, nowhere), script).toContain("PostgreSQL cannot be used");
    expect(await failing("indexer/serve.ts", "")).toContain("on PostgreSQL only");
  });
});
