import * as sdk from "@peercommons/sdk";
import { decodeFunctionData, encodeFunctionData, zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { deployment, one } from "./support.ts";

const { actions, parameters } = one;

/** Written by contracts, by the deployer or by the governor's own scripts; no button in an app sends them. */
const notForApps: Readonly<Record<string, readonly string[]>> = {
  Forwarder: ["execute", "executeBatch"],
  Ledger: [
    "collect",
    "disburse",
    "distribute",
    "drawCommons",
    "moveAccount",
    "open",
    "seal",
    "setFrozen",
    "setGovernor",
    "setLimit",
    "setRate",
    "setSigma",
    "takePot",
    "wire",
    "wireGate",
  ],
  Members: [
    "delegate",
    "delegateBySig",
    "proposePersonhood",
    "registerBot",
    "seal",
    "seatFounder",
    "setGovernor",
    "setPersonhood",
    "wire",
  ],
  Levels: [
    "drop",
    "recordAccepted",
    "recordFailed",
    "safeBatchTransferFrom",
    "safeTransferFrom",
    "setApprovalForAll",
    "take",
  ],
  Skills: ["deployFace", "setMarket"],
  CreditLines: ["accountRotated", "freezeLine", "recordReceipt", "seatEnded", "seatTaken", "unfreezeLine"],
  BasicIncome: ["accountRotated", "seatEnded", "seatTaken"],
  Splitter: ["accountRotated", "setPots", "takePot"],
  Sponsorship: ["check"],
  WelcomeDesk: ["check"],
  TaskMarket: ["accountRotated", "perform", "seatEnded", "seatTaken", "setGovernor"],
};

const calls = Object.entries(actions).map(([name, action]) => {
  if (typeof action !== "function") throw new Error(`the door does not hand out ${name}`);
  const call: sdk.Call = action(parameters);
  return [name, call] as const;
});

describe("actions", () => {
  it("cover every function that a person, a bot or anyone calls", () => {
    const covered = new Set(calls.map(([, call]) => `${call.contract}.${call.functionName}`));
    const missing: string[] = [];
    for (const [contract, abi] of Object.entries(sdk.abis)) {
      const room = ["Sponsorship", "WelcomeDesk"].includes(contract) ? "Personhood" : contract;
      for (const item of abi) {
        if (item.type !== "function" || item.stateMutability === "view" || item.stateMutability === "pure")
          continue;
        if (notForApps[contract]?.includes(item.name) || covered.has(`${room}.${item.name}`)) continue;
        missing.push(`${contract}.${item.name}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it.each(calls)("%s is a call as data that encodes, decodes and says what it does", (_, call) => {
    expect(call.address).toBe(deployment.contracts[call.contract]);
    const data = sdk.dataOf(call);
    expect(data).toBe(
      encodeFunctionData({ abi: call.abi, functionName: call.functionName, args: call.args }),
    );
    expect(decodeFunctionData({ abi: call.abi, data })).toMatchObject({ functionName: call.functionName });
    expect(call.summary).toMatch(/^[A-Z].*\.$/);
    expect(call.summary).not.toMatch(/undefined|NaN|\[object/);
  });

  it("fill in what can be left out", () => {
    expect(sdk.pay({ deployment, to: parameters.to, amount: 5n }).args).toEqual([
      parameters.to,
      5n,
      zeroHash,
    ]);
    expect(sdk.join({ deployment }).args).toEqual([zeroHash, "0x"]);
    const terms = sdk.taskTerms({ skillId: 3, price: 5_000_000n, effort: 2, deadlineAt: 1_763_643_700 });
    expect(terms).toEqual({
      skillId: 3,
      price: 5_000_000n,
      effort: 2,
      deadlineHour: 489_901,
      claimHours: 12,
      reviewHours: 72,
      flags: 0,
      quotedBand: 255,
    });
  });
});
