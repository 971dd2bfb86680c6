import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installedModels } from "../../host/src/model/catalogue.ts";
import { modelName, pullModel, sha256Of } from "../../host/src/model/pull.ts";

const folder = mkdtempSync(join(tmpdir(), "peercommons-pull-"));
const source = join(folder, "served.gguf");
const freshModels = () => ({ models: mkdtempSync(join(tmpdir(), "peercommons-models-")) });
let server: Server;
let base: string;
const asked: string[] = [];

// A file server with ranges, as model hosts have.
beforeAll(async () => {
  copyFileSync(resolve(import.meta.dirname, "../../host/models/arithmetic.gguf"), source);
  server = createServer((request, response) => {
    if (request.url?.startsWith("/text")) {
      response.writeHead(200, { "content-length": 5 }).end(request.method === "HEAD" ? undefined : "hello");
      return;
    }
    const { size } = statSync(source);
    const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "");
    const from = Number(range?.[1] ?? 0);
    const to = Number(range?.[2] || size - 1);
    if (request.method !== "HEAD") asked.push(`${from}-${to}`);
    response.writeHead(range === null ? 200 : 206, {
      "accept-ranges": "bytes",
      "content-length": to - from + 1,
      ...(range === null ? {} : { "content-range": `bytes ${from}-${to}/${size}` }),
    });
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    createReadStream(source, { start: from, end: to }).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((done) => server.close(done)));

describe("pulling a model", () => {
  it("installs a file whose hash is right, with a manifest beside it", async () => {
    const home = freshModels();
    const sha256 = await sha256Of(source);
    let last = 0;
    await pullModel({
      home,
      source: `${base}/small.gguf`,
      sha256,
      licence: "MIT",
      onProgress: (done) => (last = done),
    });
    const model = installedModels(home).find(({ manifest }) => manifest.name === "small");
    expect(model?.manifest).toMatchObject({ sha256, size: statSync(source).size, licence: "MIT" });
    expect(last).toBe(statSync(source).size);
    expect(readFileSync(join(home.models, "small.gguf")).equals(readFileSync(source))).toBe(true);
  });

  it("refuses and removes a file with another hash", async () => {
    const home = freshModels();
    await expect(pullModel({ home, source: `${base}/small.gguf`, sha256: "00".repeat(32) })).rejects.toThrow(
      "sha-256 is",
    );
    expect(readdirSync(home.models)).toEqual([]);
  });

  it("refuses a file that is no model", async () => {
    const home = freshModels();
    await expect(pullModel({ home, source: `${base}/text.gguf` })).rejects.toThrow("not a GGUF");
    expect(existsSync(join(home.models, "text.json"))).toBe(false);
  });

  it("says so when nothing answers", async () => {
    await expect(pullModel({ home: freshModels(), source: "http://127.0.0.1:9/small.gguf" })).rejects.toThrow(
      "can't be reached",
    );
  });

  it("names models after their files", () => {
    expect(modelName("https://example.org/a/Tiny-Llama.Q8_0.gguf?download=true")).toBe(
      "tiny-llama.q8_0".replace("_", "-"),
    );
    expect(modelName("hf:user/repo:Q4_K_M")).toBe("user-repo-q4-k-m");
  });
});
