import { TaskFlags } from "@peercommons/sdk";
import {
  contentBytes,
  encodeSealedTaskBody,
  encodeTaskKey,
  newSalt,
  packContent,
  parseSealedTaskBody,
  parseTaskKey,
  saltHashOf,
} from "@peercommons/sdk/content";
import { content, pageOf, task, taskSummary, work } from "@peercommons/sdk/schemas";
import {
  makeTaskKey,
  openTaskBody,
  openTaskKey,
  sealingKeysFromSeed,
  sealTaskBody,
  taskContentKey,
} from "@peercommons/sdk/sealing";
import type { Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, send } from "./support/api.ts";
import { type Chain, startChain } from "./support/chain.ts";
import { startIndexer, stateFolder, writeDeployment } from "./support/services.ts";
import { buildWorld, type World } from "./support/world.ts";

describe("a sealed task over the API", () => {
  const poster = sealingKeysFromSeed(new Uint8Array(32).fill(1));
  const worker = sealingKeysFromSeed(new Uint8Array(32).fill(2));
  const salt = newSalt();
  const contentKey = taskContentKey({ privateKey: poster.privateKey, saltHash: saltHashOf(salt) });
  const secret = { v: 1, title: "Water my zinnias", text: "The gate's code is 4711.", deliver: [] } as const;
  const body = packContent(
    encodeSealedTaskBody(sealTaskBody({ body: { ...secret, deliver: [] }, contentKey })),
    salt,
  );
  let chain: Chain;
  let world: World;
  let state: Awaited<ReturnType<typeof stateFolder>>;
  let indexer: Awaited<ReturnType<typeof startIndexer>>;
  let taskId = 0n;
  let posterId = 0;
  let workerId = 0;

  beforeAll(async () => {
    chain = await startChain();
    world = await buildWorld(chain);
    const skillId = await world.addSkill("garden");
    posterId = await world.idAt(3);
    workerId = await world.idAt(4);
    const flags = TaskFlags.SEALED | TaskFlags.HUMAN_ONLY;
    taskId = await world.post(3, { skillId, contentId: body.contentId, flags });
    await world.untilEligible(taskId);
    await world.claim(4, taskId);
    state = await stateFolder();
    writeDeployment(state.path, world.deployment);
    indexer = await startIndexer({ chain, state: state.path });
  });
  afterAll(async () => {
    await indexer?.stop();
    await chain?.stop();
    await state?.remove();
  });

  const put = (packed: { contentId: Hex; put: unknown }) =>
    send(indexer.url, "PUT", `/v1/content/${packed.contentId}`, packed.put);
  const keyWith = (key: Hex, accountId = workerId, about = taskId) =>
    packContent(
      encodeTaskKey(
        makeTaskKey({ taskId: about, accountId, recipientPublicKey: worker.publicKey, contentKey: key }),
      ),
    );
  const needs = async (accountId: number) => {
    const found = await get(indexer.url, `/v1/accounts/${accountId}/work`, work);
    return { now: found.needsMe.map(({ act }) => act), later: found.waiting.map(({ act }) => act) };
  };

  it("shows and finds the title alone, and asks the poster to share the details", async () => {
    expect(await get(indexer.url, `/v1/tasks/${taskId}`, task)).toMatchObject({ bodyState: "missing" });
    expect((await put(body)).status).toBe(200);
    const shown = await get(indexer.url, `/v1/tasks/${taskId}`, task);
    expect(shown).toMatchObject({ bodyState: "sealed", body: null, title: "Water my zinnias", keys: [] });
    const search = async (q: string) =>
      (await get(indexer.url, `/v1/tasks?q=${q}`, pageOf(taskSummary))).items.length;
    expect([await search("zinnias"), await search("4711")]).toEqual([1, 0]);
    expect(await needs(posterId)).toEqual({ now: ["share"], later: [] });
    expect(await needs(workerId)).toEqual({ now: [], later: ["wait"] });
  });

  it("keeps no key from anybody who cannot read it, and none for a task that is not there", async () => {
    const strangers = taskContentKey({ privateKey: worker.privateKey, saltHash: saltHashOf(salt) });
    expect(await put(keyWith(strangers))).toMatchObject({ status: 403, body: { code: "TaskKeyNotGenuine" } });
    const nowhere = keyWith(contentKey, workerId, taskId + 1n);
    expect(await put(nowhere)).toMatchObject({ status: 404, body: { code: "TaskMarketUnknownTask" } });
    expect(await needs(posterId)).toEqual({ now: ["share"], later: [] });
  });

  it("hands the poster's key to the worker, who opens the details with it", async () => {
    const key = keyWith(contentKey);
    expect((await put(key)).status).toBe(200);
    expect((await put(key)).status).toBe(200);
    const { keys, contentId } = await get(indexer.url, `/v1/tasks/${taskId}`, task);
    expect(keys.map(({ accountId }) => accountId)).toEqual([workerId]);
    const read = async (id: string) => contentBytes(await get(indexer.url, `/v1/content/${id}`, content));
    const handed = parseTaskKey(await read(keys[0]?.contentId ?? ""));
    const opened = openTaskBody({
      sealed: parseSealedTaskBody(await read(contentId)),
      contentKey: openTaskKey({ key: handed, privateKey: worker.privateKey }),
    });
    expect(opened).toEqual(secret);
    expect(await needs(posterId)).toEqual({ now: [], later: ["wait"] });
    expect(await needs(workerId)).toEqual({ now: ["deliver"], later: [] });
  });

  it("takes a bounded number of keys for one account", async () => {
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push((await put(keyWith(contentKey))).status);
    expect(answers).toEqual([200, 200, 200, 409]);
  });
});
