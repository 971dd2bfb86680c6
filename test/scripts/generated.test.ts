import { describe, expect, it } from "vitest";
import type { Artifact } from "../../scripts/artifacts.ts";
import { camelCase, generatedFiles } from "../../scripts/generated.ts";

const abi = [{ type: "function", name: "pay" }];
const contract = (name: string, source: string, over: Partial<Artifact> = {}): Artifact => ({
  name,
  source,
  abi,
  deployedBytecode: "60",
  ...over,
});

describe("camelCase", () => {
  it("lowers the first word, acronyms included", () => {
    expect(["Ledger", "TaskMarket", "ERC20Face", "PEER"].map(camelCase)).toEqual([
      "ledger",
      "taskMarket",
      "erc20Face",
      "peer",
    ]);
  });
});

describe("generatedFiles", () => {
  it("writes a contract's ABI as a constant, and all of them by name", () => {
    const files = generatedFiles([contract("Ledger", "contracts/credit/Ledger.sol")]);
    expect([...files.keys()]).toEqual(["abi/Ledger.ts", "abis.ts"]);
    expect(files.get("abi/Ledger.ts")).toContain(
      'export const ledgerAbi = [\n  {"type":"function","name":"pay"},\n] as const;',
    );
    expect(files.get("abis.ts")).toContain("  Ledger: ledgerAbi,\n");
  });

  it("takes an interface only where no contract of its name is", () => {
    const own = [{ type: "function", name: "declared" }];
    const interfaces = ["ILedger", "IPersonhood"].map((name) =>
      contract(name, `contracts/interfaces/${name}.sol`, { abi: own, deployedBytecode: "" }),
    );
    const files = generatedFiles([...interfaces, contract("Ledger", "contracts/credit/Ledger.sol")]);
    expect(files.get("abi/Ledger.ts")).not.toContain("declared");
    expect(files.get("abi/Personhood.ts")).toContain("declared");
  });

  it("leaves out mocks, abstract contracts and libraries of constants", () => {
    const files = generatedFiles([
      contract("Mock", "contracts/mocks/Mock.sol"),
      contract("Base", "contracts/work/Base.sol", { deployedBytecode: "" }),
      contract("Flags", "contracts/interfaces/ILedger.sol", { abi: [] }),
    ]);
    expect([...files.keys()]).toEqual(["abis.ts"]);
  });

  it("refuses two contracts of one name", () => {
    const twins = [
      contract("Levels", "contracts/skill/Levels.sol"),
      contract("Levels", "contracts/work/Levels.sol"),
    ];
    expect(() => generatedFiles(twins)).toThrow("Two contracts are called Levels");
  });
});
