import { describe, expect, it } from "vitest";
import { parseArguments } from "../../scripts/bench/arguments.ts";
import { figuresOf } from "../../scripts/bench/figures.ts";
import { lockProblems } from "../../scripts/checks/lock.ts";
import { BYTECODE_LIMIT, contractSizes, tooLong } from "../../scripts/checks/sizes.ts";
import { platformOf } from "../../scripts/lockfile.mjs";

describe("contractSizes", () => {
  it("counts bytes and what is left, the biggest first, without mocks and interfaces", () => {
    const artifact = (name: string, bytes: number, room = "work") => ({
      name,
      source: `contracts/${room}/${name}.sol`,
      abi: [],
      deployedBytecode: "00".repeat(bytes),
    });
    const sizes = contractSizes([
      artifact("A", 1),
      artifact("B", BYTECODE_LIMIT + 1),
      artifact("M", 9, "mocks"),
      artifact("I", 0),
    ]);
    expect(sizes).toEqual([
      { name: "B", bytes: BYTECODE_LIMIT + 1, left: -1 },
      { name: "A", bytes: 1, left: BYTECODE_LIMIT - 1 },
    ]);
  });
});

describe("tooLong", () => {
  it("allows 300 lines, and 600 for contracts and tests", () => {
    const source = (path: string, lines: number) => ({ path, text: "x\n".repeat(lines) });
    const fine = [
      source("web/a.ts", 300),
      source("contracts/work/A.sol", 600),
      source("test/a.test.ts", 600),
      source("host/a.test.ts", 600),
    ];
    expect(tooLong(fine)).toEqual([]);
    expect(tooLong([source("web/a.ts", 301)])).toEqual([
      "web/a.ts: 301 lines, at most 300. Split it by idea.",
    ]);
    expect(tooLong([source("contracts/work/A.sol", 601)])).toHaveLength(1);
  });
});

describe("lockProblems", () => {
  const lock = (packages: object) => JSON.stringify({ packages });

  it("finds download addresses, missing hashes and missing platforms", () => {
    const integrity = "sha512-x";
    expect(lockProblems("l", lock({ "node_modules/a": { version: "1.0.0", integrity } }))).toEqual([]);
    expect(
      lockProblems("l", lock({ "node_modules/a": { integrity, resolved: "https://x/a.tgz" } }))[0],
    ).toContain("download address");
    expect(lockProblems("l", lock({ "node_modules/a": { version: "1.0.0" } }))[0]).toContain("no hash");
    const parent = { version: "1.0.0", integrity, optionalDependencies: { "a-darwin-arm64": "1.0.0" } };
    expect(lockProblems("l", lock({ "node_modules/a": parent }))[0]).toContain("other platforms");
  });
});

describe("platformOf", () => {
  it("reads system, processor and C library from a package's name", () => {
    expect(platformOf("@biomejs/cli-linux-x64-musl")).toEqual({
      cpu: ["x64"],
      libc: ["musl"],
      os: ["linux"],
    });
    expect(platformOf("@foundry-rs/anvil-darwin-amd64")).toEqual({ cpu: ["x64"], os: ["darwin"] });
    expect(platformOf("@node-llama-cpp/mac-arm64-metal")).toEqual({ cpu: ["arm64"], os: ["darwin"] });
    expect(platformOf("@node-llama-cpp/win-x64-cuda")).toEqual({ cpu: ["x64"], os: ["win32"] });
    expect(platformOf("left-pad")).toBeUndefined();
  });
});

describe("the command line of benchmarks", () => {
  it("takes names first, keeps --json for itself and hands on the rest", () => {
    expect(parseArguments(["gas", "feed", "--check", "--json", "f.json", "--x"])).toEqual({
      names: ["gas", "feed"],
      json: "f.json",
      rest: ["--check", "--x"],
    });
    expect(parseArguments([])).toEqual({ names: [], rest: [] });
    expect(parseArguments(["--json"])).toHaveProperty("problem");
    expect(parseArguments(["--json", "--check"])).toHaveProperty("problem");
  });

  it("accepts figures and refuses what lacks a number", () => {
    const figure = { name: "pay.sameDay", value: 39_000, unit: "gas", budget: 40_000 };
    expect(figuresOf("gas", JSON.stringify([figure]))).toEqual([figure]);
    expect(() => figuresOf("gas", "{}")).toThrow("gas");
    expect(() => figuresOf("gas", JSON.stringify([{ ...figure, value: "39000" }]))).toThrow("lacks");
  });
});
