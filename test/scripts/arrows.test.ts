import { describe, expect, it } from "vitest";
import { findWrongArrows, importsOf } from "../../scripts/checks/arrows.ts";

const wrong = (path: string, ...specifiers: string[]) =>
  findWrongArrows([
    { path, text: specifiers.map((specifier) => `import { x } from "${specifier}";`).join("\n") },
  ]);

describe("importsOf", () => {
  it("finds every form of import with its line", () => {
    const text = `import a from "a";\nimport {\n  b,\n} from 'b';\nexport * from "c";\nawait import("d");\nimport "e";\nconst f = require("f");\n`;
    expect(importsOf({ path: "web/x.ts", text })).toEqual([
      { line: 1, specifier: "a" },
      { line: 4, specifier: "b" },
      { line: 5, specifier: "c" },
      { line: 6, specifier: "d" },
      { line: 7, specifier: "e" },
      { line: 8, specifier: "f" },
    ]);
  });

  it("does not read comments, and is not fooled by comment signs in strings", () => {
    const text = `// import a from "a";\n/* import b\n from "b"; */\nconst url = "http://x"; import c from "c";\n`;
    expect(importsOf({ path: "web/x.ts", text })).toEqual([{ line: 4, specifier: "c" }]);
  });

  it("reads Solidity's forms", () => {
    const text = `import "./A.sol";\nimport {B} from "../B.sol";\nimport * as C from '@openzeppelin/contracts/C.sol';\n`;
    expect(importsOf({ path: "contracts/work/X.sol", text }).map(({ specifier }) => specifier)).toEqual([
      "./A.sol",
      "../B.sol",
      "@openzeppelin/contracts/C.sol",
    ]);
  });
});

describe("arrows between the TypeScript rooms", () => {
  it("let clients know the sdk, packages and themselves", () => {
    for (const room of ["indexer/src", "web/src", "host/src"])
      expect(
        wrong(`${room}/a.ts`, "@peercommons/sdk", "@peercommons/sdk/errors", "viem", "node:fs", "./b.ts"),
      ).toEqual([]);
  });

  it("let the dApp know the indexer's schema and nothing else of the indexer", () => {
    expect(
      wrong("web/src/a.ts", "@peercommons/indexer/ponder.schema", "../../indexer/ponder.schema.ts"),
    ).toEqual([]);
    expect(wrong("web/src/a.ts", "../../indexer/src/feed.ts")).toHaveLength(1);
    expect(wrong("web/src/a.ts", "@peercommons/indexer/src/feed")).toHaveLength(1);
  });

  it("refuse the sdk everything of ours but itself", () => {
    expect(wrong("contracts/sdk/src/a.ts", "viem", "./b.ts", "./generated/abis.ts")).toEqual([]);
    for (const target of [
      "../../../indexer/src/a.ts",
      "@peercommons/host",
      "../../../scripts/root.ts",
      "../../people/x.ts",
    ])
      expect(wrong("contracts/sdk/src/a.ts", target), target).toHaveLength(1);
  });

  it("refuse clients each other and the scripts", () => {
    for (const target of [
      "@peercommons/host",
      "../../web/src/a.ts",
      "../../scripts/root.ts",
      "../../contracts/x.ts",
    ])
      expect(wrong("indexer/src/a.ts", target), target).toHaveLength(1);
    expect(wrong("host/src/a.ts", "../../indexer/src/x.ts")).toHaveLength(1);
  });

  it("let scripts and tests know everything, and a room's tests the test kit", () => {
    expect(wrong("scripts/a.ts", "../web/src/a.ts", "@peercommons/indexer")).toEqual([]);
    expect(wrong("test/system/a.test.ts", "../../scripts/root.ts", "../../host/src/a.ts")).toEqual([]);
    expect(wrong("indexer/src/a.test.ts", "../../test/kit/chain.ts")).toEqual([]);
    expect(wrong("indexer/src/a.ts", "../../test/kit/chain.ts")).toHaveLength(1);
  });

  it("name the file, the line, the target and the rule", () => {
    expect(wrong("host/src/a.ts", "viem", "../../web/src/b.ts")).toEqual([
      {
        path: "host/src/a.ts",
        line: 2,
        target: "web/src/b.ts",
        rule: expect.stringContaining("the host knows the sdk"),
      },
    ]);
  });
});

describe("arrows between the contracts' rooms", () => {
  it("let a core contract know interfaces, libraries, its room and OpenZeppelin", () => {
    const targets = [
      "../interfaces/ILedger.sol",
      "../libraries/Day.sol",
      "./Levels.sol",
      "@openzeppelin/contracts/utils/Nonces.sol",
    ];
    expect(wrong("contracts/work/TaskMarket.sol", ...targets)).toEqual([]);
  });

  it("refuse a core contract policies, mocks, other rooms and other packages", () => {
    for (const target of [
      "../policies/BasePolicy.sol",
      "../mocks/Token.sol",
      "../people/Members.sol",
      "solady/src/Lib.sol",
    ])
      expect(wrong("contracts/work/TaskMarket.sol", target), target).toHaveLength(1);
  });

  it("let policies know interfaces and each other only", () => {
    expect(wrong("contracts/policies/Open.sol", "./BasePolicy.sol", "../interfaces/IPolicy.sol")).toEqual([]);
    expect(wrong("contracts/policies/Open.sol", "../credit/Ledger.sol")).toHaveLength(1);
    expect(wrong("contracts/policies/Open.sol", "../libraries/Day.sol")).toHaveLength(1);
  });

  it("keep interfaces from knowing implementations", () => {
    expect(wrong("contracts/interfaces/ILedger.sol", "./IMembers.sol")).toEqual([]);
    expect(wrong("contracts/interfaces/ILedger.sol", "../credit/Ledger.sol")).toHaveLength(1);
  });

  it("let tests and mocks know everything", () => {
    expect(wrong("test/invariant/Ledger.sol", "../../contracts/credit/Ledger.sol")).toEqual([]);
    expect(wrong("contracts/mocks/Town.sol", "../credit/Ledger.sol")).toEqual([]);
  });
});
