import {
  checkDeployment,
  deploymentIdOf,
  loadDeployment,
  PeerCommonsError,
  parseDeployment,
} from "@peercommons/sdk";
import { createPublicClient, custom, encodeAbiParameters, keccak256, stringToHex } from "viem";
import { describe, expect, it } from "vitest";
import { deployment, deploymentText } from "./support.ts";

type Node = Readonly<Record<string, (params: readonly unknown[]) => unknown>>;

const peerSymbol = encodeAbiParameters([{ type: "string" }], ["PEER"]);
const town: Node = {
  eth_chainId: () => "0x7a69",
  eth_getBlockByNumber: () => ({ number: "0x7", hash: deployment.startBlockHash, transactions: [] }),
  eth_getCode: () => "0x60",
  eth_call: () => peerSymbol,
};

const clientOf = (node: Node) =>
  createPublicClient({
    transport: custom({
      request: async ({ method, params }: { method: string; params: readonly unknown[] }) =>
        node[method]?.(params),
    }),
  });

/** Code and message of the refusal. */
const refusalOf = async (act: () => unknown): Promise<{ code: unknown; message: string }> => {
  try {
    await act();
    return { code: "accepted", message: "" };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const code = error instanceof Error && "code" in error ? error.code : error;
    if (error instanceof PeerCommonsError) expect(message).toMatch(/^[A-Z].*\.$/);
    return { code, message };
  }
};

describe("parseDeployment", () => {
  it("reads deployment.json and its parsed value", () => {
    expect(parseDeployment(deploymentText)).toEqual(deployment);
    expect(parseDeployment(JSON.parse(deploymentText))).toEqual(deployment);
  });

  it("refuses anything else with the reason", async () => {
    const value = JSON.parse(deploymentText);
    const broken = [
      "{",
      "5",
      { ...value, chainId: "31337" },
      { ...value, contracts: { ...value.contracts, Ledger: "0x12" } },
      { ...value, contracts: { ...value.contracts, Bots: undefined } },
      { ...value, personhood: "Nobody" },
      { ...value, deploymentId: keccak256(stringToHex("another")) },
    ];
    for (const source of broken)
      expect((await refusalOf(() => parseDeployment(source))).code).toBe("DeploymentInvalid");
    expect((await refusalOf(() => parseDeployment(broken[3]))).message).toContain(
      "contracts.Ledger is not an address",
    );
  });

  it("takes the id from chain, ledger and block", () => {
    const { chainId, contracts, startBlockHash, deploymentId } = deployment;
    expect(deploymentIdOf({ chainId, ledger: contracts.Ledger, startBlockHash })).toBe(deploymentId);
    expect(deploymentIdOf({ chainId: 1, ledger: contracts.Ledger, startBlockHash })).not.toBe(deploymentId);
  });

  it("says when the file cannot be fetched", async () => {
    const { code } = await refusalOf(() => loadDeployment("http://127.0.0.1:9/deployment.json"));
    expect(code).toBe("DeploymentUnreachable");
  });
});

describe("checkDeployment", () => {
  const check = (node: Node) => refusalOf(() => checkDeployment(clientOf(node), deployment));

  it("accepts the town it was made for", async () => {
    expect((await check(town)).code).toBe("accepted");
  });

  it("refuses another chain", async () => {
    const { code, message } = await check({ ...town, eth_chainId: () => "0x1" });
    expect(code).toBe("DeploymentWrongChain");
    expect(message).toContain("chain 1, but this town lives on chain 31337");
  });

  it("refuses a chain that was started afresh", async () => {
    const other = { number: "0x7", hash: keccak256(stringToHex("other")), transactions: [] };
    expect((await check({ ...town, eth_getBlockByNumber: () => other })).code).toBe("DeploymentOther");
    expect((await check({ ...town, eth_getBlockByNumber: () => null })).code).toBe("DeploymentOther");
  });

  it("refuses missing and wrong contracts", async () => {
    const noLevels = ([address]: readonly unknown[]) =>
      address === deployment.contracts.Levels ? "0x" : "0x60";
    const { code, message } = await check({ ...town, eth_getCode: noLevels });
    expect(code).toBe("DeploymentNoCode");
    expect(message).toContain("no contract Levels");
    const other = encodeAbiParameters([{ type: "string" }], ["OTHER"]);
    expect((await check({ ...town, eth_call: () => other })).code).toBe("DeploymentWrongCode");
    expect((await check({ ...town, eth_call: () => "0x" })).code).toBe("DeploymentWrongCode");
  });

  it("passes a dead node on as what it is", async () => {
    const dead = {
      ...town,
      eth_chainId: () => {
        throw new Error("gone");
      },
    };
    expect(await check(dead)).toMatchObject({ message: expect.stringContaining("gone") });
  });
});
