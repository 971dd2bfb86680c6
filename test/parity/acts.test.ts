// The committed signed acts, read by the task market itself: who signed, for which state, until when.
import * as sdk from "@peercommons/sdk";
import { expect } from "chai";
import {
  type Address,
  BaseError,
  concat,
  type Hex,
  numberToHex,
  recoverAddress,
  toFunctionSelector,
} from "viem";
import { deployTown, networkHelpers, type Town, warp } from "../kit/fixture.ts";
import { layoutOf } from "../kit/world/layout.ts";
import { Store } from "../kit/world/store.ts";
import { OWN_SLOT, packed } from "../kit/world/tasks.ts";
import acts from "../vectors/acts.json" with { type: "json" };
import { actMarket } from "../vectors/acts.ts";

const market: Address = actMarket.contracts.TaskMarket;
const perform = toFunctionSelector("perform()");
const HOUR = 3_600;
const states = { Claim: "Open", Submit: "Claimed", Accept: "Submitted", Deliver: "Open" } as const;

type Case = { act: sdk.TaskAct; packed: Hex; signer: Address };

/** Those whose signature is somebody's, in the order of their ends: time goes one way. */
async function cases(): Promise<Case[]> {
  const found: Case[] = [];
  for (const one of acts.acts) {
    const act = sdk.taskActFromWire(one.act as sdk.WireTaskAct);
    const signer = await recoverAddress({
      hash: one.digest as Hex,
      signature: one.signature as Hex,
    }).catch(() => null);
    if (signer !== null) found.push({ act, packed: one.packed as Hex, signer });
  }
  return found.sort((a, b) => a.act.until - b.act.until);
}

const actorOf = (act: sdk.TaskAct): number => {
  if (act.kind === "Post" || act.kind === "Accept") return Number(act.taskId >> 32n);
  if (act.kind === "Claim") return act.memberId;
  return act.kind === "Submit" ? act.workerId : act.botId;
};

/** The task as the actor saw it. */
function seen(act: Exclude<sdk.TaskAct, { kind: "Post" }>): bigint {
  return sdk.encodeTask({
    ...sdk.decodeTask(0n),
    ...{ state: states[act.kind], changedAt: act.since, openedAt: act.since, claimHours: 72 },
    ...{ price: "price" in act ? act.price : 1n, workerId: "workerId" in act ? act.workerId : 0 },
    deadlineHour: Math.ceil(act.since / HOUR) + 48,
  });
}

/** The task market's own code where the vectors say it is, and storage in which each act's actor and state are there. */
async function marketOf(town: Town) {
  const code = await town.publicClient.getCode({ address: town.taskMarket.address });
  await networkHelpers.setCode(market, code ?? "0x");
  const store = new Store(await layoutOf("TaskMarket"));
  const put = (slot: bigint, value: bigint) =>
    networkHelpers.setStorageAt(market, numberToHex(slot), numberToHex(value, { size: 32 }));

  async function prepare({ act, signer }: Case) {
    const kind = act.kind === "Deliver" ? 3n : 1n;
    const account = BigInt(signer) | (kind << 160n) | (0xffffn << 168n);
    await put(store.slotOf("accounts", actorOf(act)), account);
    if (act.kind !== "Post") {
      const word = packed(seen(act), act.taskId);
      await put(store.slotOf("tasks", OWN_SLOT | act.taskId, "stored"), word);
    }
  }

  /** Name of the error the act ends with, or "done". */
  async function answer(bytes: Hex): Promise<string> {
    try {
      await town.publicClient.call({ account: market, to: market, data: concat([perform, bytes]) });
      return "done";
    } catch (error) {
      const raw = error instanceof BaseError ? sdk.explainError(error).code : undefined;
      if (raw === undefined) throw error;
      return raw;
    }
  }
  return { prepare, answer };
}

/** The same bytes with the last bit of one turned. */
const turned = (bytes: Hex, at: number): Hex => {
  const digit = 3 + 2 * at;
  return `${bytes.slice(0, digit)}${(Number.parseInt(bytes.charAt(digit), 16) ^ 1).toString(16)}${bytes.slice(digit + 1)}` as Hex;
};

/** How an act ends once its signature is believed, with such terms and accounts as random numbers make. */
const believed: Record<sdk.TaskAct["kind"], readonly string[]> = {
  Post: ["TaskMarketOutOfBounds", "TaskMarketPriceTooHigh"],
  Claim: ["LevelsNotAuthorised"],
  Submit: ["done"],
  Accept: ["TaskMarketBadRating", "LedgerZeroAddress"],
  Deliver: ["done", "TaskMarketBotWindow"],
};

describe("the committed signed acts, on the task market", () => {
  it("are believed as the sdk hashed and packed them, and not with a bit turned", async () => {
    const { prepare, answer } = await marketOf(await deployTown());
    const counts: Partial<Record<sdk.TaskAct["kind"], number>> = {};
    for (const one of await cases()) {
      const { kind, until } = one.act;
      counts[kind] = (counts[kind] ?? 0) + 1;
      await warp(until - 1);
      await prepare(one);
      expect(believed[kind], `${kind} ${one.act.taskId}`).to.include(await answer(one.packed));
      const last = (one.packed.length - 2) / 2 - 1;
      for (const at of [2, 40, 67, last])
        expect(await answer(turned(one.packed, at)), `${kind}, byte ${at}`).to.be.oneOf([
          "TaskMarketActNotSigned",
          ...(at === 67 ? ["TaskMarketActExpired"] : []),
        ]);
    }
    for (const kind of Object.keys(believed)) expect(counts, kind).to.have.property(kind).greaterThan(1);
  });
});
