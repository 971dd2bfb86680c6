import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentIdOf, newSalt, packContent, saltHashOf } from "@peercommons/sdk/content";
import { zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentsOf } from "../../indexer/store/documents.ts";
import { fileStore } from "../../indexer/store/fileStore.ts";
import { postgresStore } from "../../indexer/store/postgresStore.ts";
import { mostDrafts, mostKeys, mostKeysFor, type PrivateStore } from "../../indexer/store/privateStore.ts";
import { sqliteStore } from "../../indexer/store/sqliteStore.ts";
import { type Postgres, startPostgres } from "./support/postgres.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the stores", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "peercommons-stores-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe("content in files", () => {
    const salt = newSalt();
    const saltHash = saltHashOf(salt);

    it("gives back what it took, by its id", async () => {
      const store = fileStore(join(folder, "content"));
      const body = bytes("hello");
      const contentId = contentIdOf(body, salt);
      expect(await store.get(contentId)).toBeNull();
      await store.put(contentId, { body, saltHash });
      await store.put(contentId, { body, saltHash });
      expect(await store.get(contentId)).toEqual({ body, saltHash });
      expect(readdirSync(join(folder, "content", contentId.slice(2, 4)))).toEqual([contentId.slice(2)]);
    });

    it("refuses a body, a salt or an id that do not belong together", async () => {
      const store = fileStore(join(folder, "content"));
      const contentId = contentIdOf(bytes("mine"), salt);
      await expect(store.put(contentId, { body: bytes("yours"), saltHash })).rejects.toMatchObject({
        code: "ContentMismatch",
      });
      await expect(store.put(contentId, { body: bytes("mine"), saltHash: zeroHash })).rejects.toMatchObject({
        code: "ContentMismatch",
      });
      expect(await store.get(contentId)).toBeNull();
    });

    it("takes the largest body and refuses one byte more", async () => {
      const store = fileStore(join(folder, "content"));
      const largest = new Uint8Array(262_144).fill(7);
      await store.put(contentIdOf(largest, salt), { body: largest, saltHash });
      const more = new Uint8Array(262_145);
      await expect(store.put(contentIdOf(more, salt), { body: more, saltHash })).rejects.toMatchObject({
        status: 413,
        code: "ContentTooLarge",
      });
    });

    it("gives out nothing that was changed behind its back", async () => {
      const store = fileStore(join(folder, "content"));
      const body = bytes("the original");
      const contentId = contentIdOf(body, salt);
      await store.put(contentId, { body, saltHash });
      const file = join(folder, "content", contentId.slice(2, 4), contentId.slice(2));
      for (const forgery of ["", "short", "x".repeat(60)]) {
        writeFileSync(file, forgery);
        await expect(store.get(contentId)).rejects.toMatchObject({ code: "ContentDamaged" });
      }
      await store.put(contentId, { body, saltHash });
      expect((await store.get(contentId))?.body).toEqual(body);
    });

    it("says in a sentence that its folder cannot be used", async () => {
      writeFileSync(join(folder, "a file"), "");
      const store = fileStore(join(folder, "a file"));
      const body = bytes("lost");
      await expect(store.put(contentIdOf(body, salt), { body, saltHash })).rejects.toMatchObject({
        status: 503,
        code: "StorageFailed",
      });
    });

    it("says in a sentence that the disk is full", async () => {
      // A device that always answers so; there is none on other systems.
      if (process.platform !== "linux") return;
      const { storageProblem } = await import("../../indexer/store/fileStore.ts");
      expect(storageProblem(Object.assign(new Error("write"), { code: "ENOSPC" }))).toMatchObject({
        status: 507,
        code: "StorageFull",
      });
    });
  });

  it("tells a task's body from anything else somebody stored", async () => {
    const store = fileStore(join(folder, "documents"));
    const documents = documentsOf(store);
    const good = packContent(
      bytes(JSON.stringify({ v: 1, title: "A logo", text: "<script>alert(1)</script>", deliver: [] })),
    );
    const script = packContent(bytes("<script>alert(1)</script>"));
    const binary = packContent(new Uint8Array([0xff, 0xfe, 0]));
    expect(await documents.taskBody(good.contentId)).toEqual({ state: "missing" });
    for (const packed of [good, script, binary]) {
      const body =
        packed.put.encoding === "utf8"
          ? bytes(packed.put.body)
          : new Uint8Array(Buffer.from(packed.put.body, "base64"));
      await store.put(packed.contentId, { body, saltHash: packed.saltHash });
    }
    expect(await documents.taskBody(good.contentId)).toMatchObject({
      state: "public",
      value: { title: "A logo" },
    });
    expect(await documents.taskBody(script.contentId)).toEqual({ state: "invalid" });
    expect(await documents.taskBody(binary.contentId)).toEqual({ state: "invalid" });
  });

  const kinds: Record<string, (name: string) => PrivateStore> = {
    "a file": (name) => sqliteStore(join(folder, "private", `${name}.sqlite`)),
    PostgreSQL: (name) => postgresStore(postgres?.url ?? "", `test_${name}`),
  };
  let postgres: Postgres | undefined;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());

  describe.each(Object.keys(kinds))("what belongs to people, in %s", (kind) => {
    const open = (name: string) => kinds[kind]?.(name) as PrivateStore;

    it("is there again after a restart, and is nobody else's", async () => {
      const first = open("private");
      const secret = await first.sessionSecret();
      await first.addPass("0xa", "5", 1);
      await first.putDraft("0xa", "new", '{"a":1}', 2);
      await first.close();
      const second = open("private");
      expect(await second.sessionSecret()).toBe(secret);
      expect(await second.passes("0xa")).toEqual([{ taskId: "5", at: 1 }]);
      expect(await second.passes("0xb")).toEqual([]);
      expect((await second.draft("0xa", "new"))?.value).toBe('{"a":1}');
      expect(await second.draft("0xb", "new")).toBeNull();
      await second.removePass("0xb", "5");
      expect(await second.passes("0xa")).toHaveLength(1);
      await second.removePass("0xa", "5");
      expect(await second.passes("0xa")).toEqual([]);
      await second.removeDraft("0xa", "new");
      expect(await second.drafts("0xa")).toEqual([]);
      await second.close();
    });

    it("is shared by processes that start at once", async () => {
      const stores = Array.from({ length: 4 }, () => open("shared"));
      const secrets = await Promise.all(stores.map((store) => store.sessionSecret()));
      expect(new Set(secrets).size).toBe(1);
      await Promise.all(stores.map((store) => store.addPass("0xa", "5", 1)));
      await stores[0]?.addPass("0xa", "6", 2);
      expect(await stores[3]?.passes("0xa")).toEqual([
        { taskId: "6", at: 2 },
        { taskId: "5", at: 1 },
      ]);
      await Promise.all(stores.map((store) => store.close()));
    });

    it("is bounded", async () => {
      const store = open("bounded");
      for (let i = 0; i < mostDrafts; i++) expect(await store.putDraft("0xa", `k${i}`, "1", i)).toBe(true);
      expect(await store.putDraft("0xa", "one more", "1", 0)).toBe(false);
      expect(await store.putDraft("0xa", "k0", "2", 99)).toBe(true);
      expect((await store.drafts("0xa"))[0]).toEqual({ key: "k0", changedAt: 99 });
      await store.close();
    });

    it("lists the keys of a sealed task, newest first, a few for an account and some for all", async () => {
      const store = open("keys");
      const put = (accountId: number, contentId: string, at = 1) =>
        store.putTaskKey({ taskId: "5", accountId, contentId, at });
      for (let i = 0; i < mostKeysFor; i++) expect(await put(4_294_967_295, `0x${i}`, i)).toBe(true);
      expect(await put(4_294_967_295, "0x0")).toBe(true);
      expect(await put(4_294_967_295, "0xmore")).toBe(false);
      expect(await put(7, "0xother")).toBe(true);
      const keys = await store.taskKeys("5");
      expect(keys).toHaveLength(mostKeysFor + 1);
      expect(keys[0]).toEqual({
        accountId: 4_294_967_295,
        contentId: `0x${mostKeysFor - 1}`,
        at: mostKeysFor - 1,
      });
      expect(await store.taskKeys("6")).toEqual([]);
      for (let i = mostKeysFor + 1; i < mostKeys; i++) expect(await put(100 + i, `0xa${i}`)).toBe(true);
      expect(await put(99, "0xlast")).toBe(false);
      await store.close();
    });

    it("finds words as they are, whatever signs are in them", async () => {
      const store = open("words");
      await store.putWords("0x01", "A Logo for 100% rye_bread");
      await store.putWords("0x02", "another thing");
      expect(await store.findWords("logo", 10)).toEqual(["0x01"]);
      expect(await store.findWords("100% rye_", 10)).toEqual(["0x01"]);
      expect(await store.findWords("%", 10)).toEqual(["0x01"]);
      expect(await store.findWords("'; drop table words; --", 10)).toEqual([]);
      await store.close();
    });
  });

  it("says in a sentence that PostgreSQL is away", async () => {
    const store = postgresStore("postgres://nobody@127.0.0.1:1/none", "test_away");
    await expect(store.passes("0xa")).rejects.toMatchObject({ status: 503, code: "StorageFailed" });
    await store.close();
  });
});
