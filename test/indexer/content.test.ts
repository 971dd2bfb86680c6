import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeTaskBody, packContent } from "@peercommons/sdk/content";
import { content, contentStored, pageOf, task, taskSummary } from "@peercommons/sdk/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, send } from "./support/api.ts";
import { type Chain, startChain } from "./support/chain.ts";
import { startIndexer, stateFolder, writeDeployment } from "./support/services.ts";
import { buildWorld, type World } from "./support/world.ts";

describe("content over the API", () => {
  let chain: Chain;
  let world: World;
  let state: Awaited<ReturnType<typeof stateFolder>>;
  let indexer: Awaited<ReturnType<typeof startIndexer>>;
  let taskId = 0n;
  const body = packContent(
    encodeTaskBody({
      v: 1,
      title: "A logo <img src=x onerror=alert(1)>",
      text: "**Bold** <script>alert(1)</script>",
      deliver: [],
    }),
  );
  const put = (id: string, json: unknown) => send(indexer.url, "PUT", `/v1/content/${id}`, json);

  beforeAll(async () => {
    chain = await startChain();
    world = await buildWorld(chain);
    const skillId = await world.addSkill("logo");
    taskId = await world.post(3, { skillId, contentId: body.contentId });
    state = await stateFolder();
    writeDeployment(state.path, world.deployment);
    indexer = await startIndexer({ chain, state: state.path });
  });
  afterAll(async () => {
    await indexer?.stop();
    await chain?.stop();
    await state?.remove();
  });

  it("shows a task without its body until the body arrives, then with it, and finds it by its words", async () => {
    expect(await get(indexer.url, `/v1/tasks/${taskId}`, task)).toMatchObject({
      bodyState: "missing",
      body: null,
      title: null,
    });
    const stored = await put(body.contentId, body.put);
    expect(contentStored.parse(stored.body).contentId).toBe(body.contentId);
    const shown = await get(indexer.url, `/v1/tasks/${taskId}`, task);
    expect(shown).toMatchObject({
      bodyState: "public",
      title: "A logo <img src=x onerror=alert(1)>",
      saltHash: body.saltHash,
    });
    const found = await get(indexer.url, "/v1/tasks?q=LOGO", pageOf(taskSummary));
    expect(found.items.map((item) => item.taskId)).toEqual([String(taskId)]);
    expect((await get(indexer.url, "/v1/tasks?q=nothing", pageOf(taskSummary))).items).toEqual([]);
  });

  it("gives bodies out as data that no browser runs", async () => {
    const answer = await fetch(`${indexer.url}/v1/content/${body.contentId}`);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    const parsed = content.parse(await answer.json());
    expect(parsed).toMatchObject({ encoding: "utf8", mediaType: "application/json", body: body.put.body });
  });

  it("keeps bytes that are no text", async () => {
    const bytes = packContent(new Uint8Array([0, 255, 254, 1]));
    expect((await put(bytes.contentId, bytes.put)).status).toBe(200);
    expect(await get(indexer.url, `/v1/content/${bytes.contentId}`, content)).toMatchObject({
      encoding: "base64",
      mediaType: "application/octet-stream",
    });
  });

  const attacks: [string, number, string, () => [string, unknown]][] = [
    ["another body", 400, "ContentMismatch", () => [body.contentId, { ...body.put, body: "other" }]],
    ["another salt", 400, "ContentMismatch", () => [body.contentId, { ...body.put, salt: "0x01" }]],
    ["another id", 400, "ContentMismatch", () => [`0x${"12".repeat(32)}`, body.put]],
    ["a path for an id", 400, "BadRequest", () => ["..%2F..%2Fetc%2Fpasswd", body.put]],
    ["an id that is too short", 400, "BadRequest", () => ["0x12", body.put]],
    ["no salt", 400, "BadRequest", () => [body.contentId, { body: "x" }]],
    [
      "base64 that is none",
      400,
      "BadRequest",
      () => [body.contentId, { body: "!!!", encoding: "base64", salt: "0x01" }],
    ],
    [
      "a body over the limit",
      413,
      "ContentTooLarge",
      () => [body.contentId, { body: "x".repeat(262_145), salt: "0x01" }],
    ],
    [
      "a request far over the limit",
      413,
      "",
      () => [body.contentId, { body: "x".repeat(2_000_000), salt: "0x01" }],
    ],
    ["text that is no JSON", 400, "BadRequest", () => [body.contentId, "{"]],
  ];
  for (const [name, status, code, make] of attacks) {
    it(`refuses ${name}`, async () => {
      const answer = await put(...make());
      expect(answer.status).toBe(status);
      if (code !== "") expect(answer.body.code).toBe(code);
      expect(String(answer.body.detail)).toMatch(/[.]$/);
    });
  }

  it("does not give out a body that was changed on disk", async () => {
    const packed = packContent(encodeTaskBody({ v: 1, title: "Honest", text: "", deliver: [] }));
    await put(packed.contentId, packed.put);
    writeFileSync(
      join(state.path, "content", packed.contentId.slice(2, 4), packed.contentId.slice(2)),
      "forged".repeat(20),
    );
    const answer = await send(indexer.url, "GET", `/v1/content/${packed.contentId}`);
    expect(answer.body).toMatchObject({ status: 500, code: "ContentDamaged" });
  });

  it("lets nobody read or write anything but the tables by SQL", async () => {
    const ask = (sql: string) =>
      send(
        indexer.url,
        "GET",
        `/sql/db?sql=${encodeURIComponent(JSON.stringify({ json: { sql, params: [] } }))}`,
      );
    expect((await ask("select count(*) from task")).status).toBe(200);
    for (const sql of [
      "delete from task",
      "drop table task",
      "create table x (a int)",
      "select pg_read_file('/etc/passwd')",
      "copy task to '/tmp/x'",
    ]) {
      expect((await ask(sql)).status, sql).not.toBe(200);
    }
    expect((await get(indexer.url, "/v1/tasks", pageOf(taskSummary))).items).toHaveLength(1);
  });
});
