import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploymentText } from "./support.ts";

const readme = await readFile(new URL("../../contracts/sdk/README.md", import.meta.url), "utf8");
const examples = readme
  .split(/^## /m)
  .map((section) => ({
    title: section.split("\n")[0] ?? "",
    code: /```ts\n([\s\S]*?)```/.exec(section)?.[1],
  }))
  .filter((section): section is { title: string; code: string } => section.code !== undefined);

/** What the example says that its lines print. */
const promised = (code: string): string[] =>
  [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1] ?? "");

describe("the readme's examples", () => {
  let folder = "";

  beforeAll(async () => {
    // Below this folder, so that the examples find the packages, and where git does not look.
    const parent = fileURLToPath(new URL("./node_modules/", import.meta.url));
    await mkdir(parent, { recursive: true });
    folder = await mkdtemp(join(parent, "readme-"));
    await writeFile(join(folder, "deployment.json"), deploymentText);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("are six", () => {
    expect(examples.map(({ title }) => title)).toHaveLength(6);
  });

  it.each(examples)("$title prints what it says", async ({ code }) => {
    const file = join(folder, "example.mjs");
    await writeFile(file, code);
    const env = { ...process.env, PEERCOMMONS_DEPLOYMENT: join(folder, "deployment.json") };
    const { stdout } = await promisify(execFile)(process.execPath, [file], { env });
    expect(stdout.trim().split("\n")).toEqual(promised(code));
  });
});
