import { abis } from "@peercommons/sdk";
import {
  contractErrors,
  decodeError,
  explainError,
  PeerCommonsError,
  retryableErrors,
  sentenceOf,
  sentences,
} from "@peercommons/sdk/errors";
import {
  BaseError,
  ContractFunctionRevertedError,
  encodeAbiParameters,
  encodeErrorResult,
  HttpRequestError,
  RpcRequestError,
  stringToHex,
  TimeoutError,
  UserRejectedRequestError,
} from "viem";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { abis as everyAbi } from "../../contracts/sdk/src/generated/abis.ts";

const now = 1_763_640_000;
const solidity = ["Error", "Panic"];
const declared = new Set<string>(
  Object.values(everyAbi).flatMap((abi) =>
    abi.filter((item) => item.type === "error").map((item) => item.name),
  ),
);

/** A plausible value of a type; times lie in the future. */
function sample(type: string, name: string): unknown {
  if (type === "address") return "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
  if (type === "bytes32") return stringToHex("reviewHours", { size: 32 });
  if (type === "string") return "Logo design";
  const bits = Number(type.replace("uint", ""));
  const time = /deadline|At$|until$|notBefore|notAfter|latest|expiry|timepoint|clock/i.test(name);
  const value = time ? now + 7_200 : /Day$/.test(name) ? 20_500 : 3;
  return bits <= 48 ? value : BigInt(value);
}

const sampleArgs = (inputs: readonly { name?: string; type: string }[]) =>
  Object.fromEntries(inputs.map(({ name = "", type }) => [name, sample(type, name)]));

const revert = () =>
  encodeErrorResult({
    abi: abis.Ledger,
    errorName: "LedgerInsufficient",
    args: ["0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", 2_500_000n, 10_000_000n],
  });

describe("the table of sentences", () => {
  it("has one for every error of every contract", () => {
    expect([...declared].filter((name) => !Object.hasOwn(sentences, name)).sort()).toEqual([]);
  });

  it("has none that no contract can raise", () => {
    expect(
      Object.keys(sentences)
        .filter((name) => !declared.has(name))
        .sort(),
    ).toEqual([]);
    expect([...retryableErrors].filter((name) => !declared.has(name))).toEqual([]);
  });

  it("knows each contract's errors by their bytes", () => {
    expect(new Set(contractErrors.map((error) => error.name))).toEqual(new Set([...declared, ...solidity]));
  });

  it.each(contractErrors.map((error) => [error.name, error] as const))(
    "%s says what happened and what to do",
    (name, error) => {
      const sentence = sentenceOf(name, sampleArgs(error.inputs), { now });
      expect(sentence).toMatch(/^[A-Z0-9"#].*[.]$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|Invalid Date|null/);
      expect(sentence?.length).toBeLessThan(260);
      expect(sentence?.split(/[.:,] /).length, "a reason and a way out").toBeGreaterThan(1);
    },
  );
});

describe("decodeError", () => {
  it("names the values", () => {
    expect(decodeError(revert())).toEqual({
      errorName: "LedgerInsufficient",
      args: {
        account: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
        available: 2_500_000n,
        needed: 10_000_000n,
      },
    });
    expect(decodeError("0x12345678")).toBeNull();
    expect(decodeError(`${revert().slice(0, 40)}` as `0x${string}`)).toBeNull();
  });
});

describe("explainError", () => {
  const sentence =
    "This needs 10.00 PEER, and 2.50 PEER can be spent now. Spend less, or earn 7.50 PEER first.";

  it("finds a contract's error however deep it sits", () => {
    const reverted = new ContractFunctionRevertedError({
      abi: abis.TaskMarket,
      data: revert(),
      functionName: "post",
    });
    const wrapped = new BaseError("outer", { cause: new BaseError("inner", { cause: reverted }) });
    const rpc = new RpcRequestError({
      body: {},
      url: "http://x",
      error: { code: 3, message: "execution reverted", data: revert() },
    });
    for (const error of [
      reverted,
      wrapped,
      rpc,
      { code: -32603, data: { originalError: { data: revert() }, data: revert() } },
      { error: { code: 3, data: revert() } },
    ]) {
      expect(explainError(error)).toMatchObject({ code: "LedgerInsufficient", sentence, retryable: true });
    }
  });

  it("puts times in words", () => {
    const data = encodeErrorResult({
      abi: abis.TaskMarket,
      errorName: "TaskMarketNotEligible",
      args: [30064771072n, 2, BigInt(now + 1_800)],
    });
    expect(explainError({ data }, { now }).sentence).toBe(
      "Task 30064771072 reaches your level 2 in 30 minutes. Try again then, or take another.",
    );
  });

  it("explains Solidity's own errors", () => {
    const panic = `0x4e487b71${encodeAbiParameters([{ type: "uint256" }], [17n]).slice(2)}`;
    expect(explainError({ data: panic }).code).toBe("Panic");
    const text = `0x08c379a0${encodeAbiParameters([{ type: "string" }], ["no"]).slice(2)}`;
    expect(explainError({ data: text }).sentence).toContain("refused: no.");
  });

  it("explains wallets, services and networks", () => {
    expect(explainError(new UserRejectedRequestError(new Error("no"))).code).toBe("WalletRejected");
    expect(explainError({ code: 4001, message: "User rejected" }).code).toBe("WalletRejected");
    expect(explainError({ code: -32002 }).code).toBe("WalletBusy");
    expect(explainError({ code: 4902 }).code).toBe("WalletUnknownChain");
    expect(explainError(new HttpRequestError({ url: "http://x", status: 502 })).code).toBe(
      "NetworkUnreachable",
    );
    expect(explainError(new TimeoutError({ body: {}, url: "http://x" })).code).toBe("NetworkTimeout");
    expect(explainError(new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } })).code).toBe(
      "NetworkUnreachable",
    );
    expect(explainError(new TypeError("Failed to fetch")).retryable).toBe(true);
    expect(explainError(new DOMException("stop", "AbortError")).code).toBe("Cancelled");
  });

  it("takes a service's problem at its word", () => {
    const problem = {
      type: "about:blank",
      title: "Not found",
      status: 404,
      code: "TaskMarketUnknownTask",
      detail: "There is no task 5.",
    };
    expect(explainError(problem)).toEqual({
      code: "TaskMarketUnknownTask",
      sentence: "There is no task 5.",
      args: {},
      retryable: false,
    });
    expect(explainError({ ...problem, status: 503 }).retryable).toBe(true);
    expect(explainError({ code: "RelayerQuota", sentence: "Come back tomorrow." }).sentence).toBe(
      "Come back tomorrow.",
    );
  });

  it("explains the sdk's own errors and wrong input", () => {
    const own = new PeerCommonsError({ code: "AmountZero", message: "The amount is zero. Type more." });
    expect(explainError(new Error("outer", { cause: own }))).toMatchObject({
      code: "AmountZero",
      sentence: own.message,
    });
    const { error } = z.object({ price: z.string() }).safeParse({});
    expect(explainError(error)).toMatchObject({ code: "InvalidInput", retryable: false });
    expect(explainError(error).sentence).toMatch(/^price is not right/);
  });

  it("has an answer to anything at all", () => {
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    for (const thing of [
      undefined,
      null,
      5,
      "boom",
      {},
      [],
      loop,
      new Error(""),
      new Error("a\nb"),
      Symbol("x"),
      () => 1,
      { data: 5 },
      { data: "0x" },
    ]) {
      const explanation = explainError(thing);
      expect(explanation.code).toBe("Unknown");
      expect(explanation.sentence).toMatch(/^Something went wrong.*\.$/);
    }
  });
});
