import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentIdOf, newSalt, packContent, saltHashOf } from "@peercommons/sdk/content";
import { zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentsOf } from "../../indexer/store/documents.ts";
import { fileStore } from "../../indexer/store/fileStore.ts";
import { mostDrafts, privateStore } from "../../indexer/store/privateStore.ts";

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

  describe("what belongs to people", () => {
    it("is there again after a restart, and is nobody else's", () => {
      const file = join(folder, "private", "private.sqlite");
      const first = privateStore(file);
      const secret = first.sessionSecret();
      first.addPass("0xa", "5", 1);
      first.putDraft("0xa", "new", '{"a":1}', 2);
      first.close();
      const second = privateStore(file);
      expect(second.sessionSecret()).toBe(secret);
      expect(second.passes("0xa")).toEqual([{ taskId: "5", at: 1 }]);
      expect(second.passes("0xb")).toEqual([]);
      expect(second.draft("0xa", "new")?.value).toBe('{"a":1}');
      expect(second.draft("0xb", "new")).toBeNull();
      second.removePass("0xb", "5");
      expect(second.passes("0xa")).toHaveLength(1);
      second.close();
    });

    it("is bounded", () => {
      const store = privateStore(join(folder, "private", "bounded.sqlite"));
      for (let i = 0; i < mostDrafts; i++) expect(store.putDraft("0xa", `k${i}`, "1", i)).toBe(true);
      expect(store.putDraft("0xa", "one more", "1", 0)).toBe(false);
      expect(store.putDraft("0xa", "k0", "2", 0)).toBe(true);
      store.close();
    });

    it("finds words as they are, whatever signs are in them", () => {
      const store = privateStore(join(folder, "private", "words.sqlite"));
      store.putWords("0x01", "A Logo for 100% rye_bread");
      store.putWords("0x02", "another thing");
      expect(store.findWords("logo", 10)).toEqual(["0x01"]);
      expect(store.findWords("100% rye_", 10)).toEqual(["0x01"]);
      expect(store.findWords("%", 10)).toEqual(["0x01"]);
      expect(store.findWords("'; drop table words; --", 10)).toEqual([]);
      store.close();
    });
  });
});
