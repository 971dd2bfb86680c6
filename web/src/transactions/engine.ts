import {
  type Deployment,
  dataOf,
  type ForwardRequest,
  forwardRequestTypedData,
  PeerCommonsError,
  relayIdOf,
  type TaskAct,
  taskActIdOf,
  taskActToWire,
  taskActTypedData,
} from "@peercommons/sdk";
import { contentStored } from "@peercommons/sdk/schemas";
import type { QueryClient } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import { getConnection, getPublicClient, signTypedData, writeContract } from "wagmi/actions";
import { callService } from "@/lib/api";
import { useLive } from "@/lib/liveStore";
import type { Town } from "@/lib/town";
import type { WalletConfig } from "@/lib/wallet/config";
import { sealingKeysOf } from "@/lib/wallet/sealing";
import { failureOf } from "./failure";
import { follow, placeTaken } from "./follow";
import { intentNonce } from "./nonce";
import { isOver, isUnderWay, type TransactionRecord } from "./record";
import { definitionOf } from "./registry";
import { nextTask, postAct, postRelay, toWire } from "./relay";
import { changeRecord, useTransactions } from "./store";
import type { ActOf, Tools } from "./types";

/** What a running transaction needs of the page. */
export type Engine = { town: Town; wallets: WalletConfig; queries: QueryClient };

const HOUR = 3_600;
const refuse = (code: string, message: string) => new PeerCommonsError({ code, message });

export function deploymentOf(engine: Engine): Deployment {
  const { deployment, problem } = engine.town;
  if (deployment === null)
    throw refuse("NoTown", problem ?? "This page belongs to no town, so nothing can be sent.");
  return deployment;
}

/**
 * Carries a transaction from wherever it is to its end. Only one tab at a time does; the others watch.
 * `via` wallet sends it directly and costs ether; otherwise the relayer pays.
 */
export async function runTransaction(
  engine: Engine,
  id: string,
  via: "relayer" | "wallet" = "relayer",
): Promise<void> {
  await navigator.locks.request(`peercommons:${id}`, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    const record = useTransactions.getState().records[id];
    if (!record || record.phase === "settled") return;
    try {
      if (isUnderWay(record)) await resume(engine, record);
      else if (wasOnItsWay(record))
        await resume(engine, changeRecord(id, { phase: "sent", error: undefined }));
      else await begin(engine, record, via);
    } catch (error) {
      const failure = failureOf(error);
      changeRecord(id, {
        phase: failure.rejected ? "review" : "failed",
        error: failure,
        ...placeTaken(failure.code),
      });
    }
  });
}

/** Signed, but the relayer could not be reached: the very same request goes out again, never a second one. */
const wasOnItsWay = (record: TransactionRecord): boolean =>
  record.phase === "failed" && record.signature !== undefined && record.error?.code === "Unreachable";

async function begin(engine: Engine, record: TransactionRecord, via: "relayer" | "wallet"): Promise<void> {
  const { id } = record;
  requireWallet(engine, record);
  const former = { signature: undefined, relayId: undefined, request: undefined };
  changeRecord(id, { phase: "preparing", error: undefined, via, ...former });
  const definition = definitionOf(record.kind);
  const parsed = definition.parameters.parse(record.parameters);
  const parameters = definition.prepare ? await definition.prepare(parsed, toolsOf(engine, record)) : parsed;
  changeRecord(id, { parameters });
  const call = definition.call(parameters, { deployment: deploymentOf(engine) });
  if (via === "wallet") {
    changeRecord(id, { phase: "signing" });
    const tx = await writeContract(engine.wallets, { ...call, account: undefined } as never);
    await follow(engine, changeRecord(id, { phase: "sent", tx }));
    return;
  }
  const wish = definition.signed?.(parameters) ?? null;
  if (wish !== null && (await hasOwnKey(engine, record))) {
    const sent = await signAct(engine, record, wish);
    await resume(engine, sent);
    return;
  }
  const request = await buildRequest(engine, record, { to: call.address, data: dataOf(call) });
  changeRecord(id, { phase: "signing", request: toWire(request), act: undefined });
  const deployment = deploymentOf(engine);
  const signature = await signTypedData(engine.wallets, forwardRequestTypedData(deployment, request));
  const sent = changeRecord(id, { phase: "sent", signature, relayId: relayIdOf(deployment, request) as Hex });
  await resume(engine, sent);
}

/** An act on a task: its wallet shows task, price and the like, and it fits the state that the person saw, once. */
async function signAct(engine: Engine, record: TransactionRecord, wish: ActOf): Promise<TransactionRecord> {
  const deployment = deploymentOf(engine);
  const until = Number((await nodeOf(engine).getBlock()).timestamp) + HOUR;
  const taskId = wish.kind === "Post" ? await placeOf(engine, record) : wish.taskId;
  const act = { ...wish, taskId, until } as TaskAct;
  changeRecord(record.id, { phase: "signing", act: taskActToWire(act) });
  const signature = await signTypedData(engine.wallets, taskActTypedData(deployment, act));
  return changeRecord(record.id, { phase: "sent", signature, relayId: taskActIdOf(deployment, act) });
}

/** The task that a wish to post becomes: the same at every try, so that it is posted once, until others took its place. */
async function placeOf(engine: Engine, { act, account }: TransactionRecord): Promise<bigint> {
  return act?.kind === "Post" ? BigInt(act.taskId) : nextTask(engine.town.relayerUrl, account);
}

/** Whether the account is a key's own, also when it lends its address to code (EIP-7702). */
async function hasOwnKey(engine: Engine, record: TransactionRecord): Promise<boolean> {
  const code = await nodeOf(engine).getCode({ address: record.account as Address });
  return code === undefined || code === "0x" || code.startsWith("0xef0100");
}

/** From a signature on: hand it to the relayer (again, if the page went away) and watch. */
async function resume(engine: Engine, record: TransactionRecord): Promise<void> {
  const { request, act, signature, deploymentId } = record;
  if (record.phase === "sent" && record.via !== "wallet" && signature) {
    const relayer = engine.town.relayerUrl;
    if (act) await postAct(relayer, { deploymentId, act, signer: record.account, signature });
    else if (request) await postRelay(relayer, { deploymentId, request, signature });
  }
  await follow(engine, record);
}

function nodeOf(engine: Engine) {
  const client = getPublicClient(engine.wallets);
  if (!client)
    throw refuse(
      "NoNode",
      "The town's node is not configured, so nothing can be sent. Look at the status page.",
    );
  return client;
}

async function buildRequest(
  engine: Engine,
  record: TransactionRecord,
  call: { to: Address; data: Hex },
): Promise<ForwardRequest> {
  const client = nodeOf(engine);
  const from = record.account as Address;
  const [gas, block] = await Promise.all([client.estimateGas({ account: from, ...call }), client.getBlock()]);
  return {
    from,
    ...call,
    value: 0n,
    // Through the forwarder a call costs a little more than directly, and other calls may come first.
    gas: (gas * 13n) / 10n + 60_000n,
    nonce: intentNonce({
      deploymentId: record.deploymentId as Hex,
      account: from,
      intent: record.id,
      attempt: record.attempt,
    }),
    deadline: Number(block.timestamp) + HOUR,
  };
}

function requireWallet(engine: Engine, record: TransactionRecord): void {
  const { address, chainId } = getConnection(engine.wallets);
  const deployment = deploymentOf(engine);
  if (record.deploymentId !== deployment.deploymentId) {
    throw refuse(
      "OtherTown",
      "This was started in another town than the one that runs here now. Start it again.",
    );
  }
  if (address?.toLowerCase() !== record.account.toLowerCase()) {
    throw refuse(
      "OtherAccount",
      "This was started with another account than the one that is connected. Connect that account, then go on.",
    );
  }
  if (chainId !== deployment.chainId) {
    throw refuse(
      "WrongChain",
      `Your wallet is on network ${chainId}, this town lives on ${deployment.chainId}. Switch the network, then go on.`,
    );
  }
}

function toolsOf(engine: Engine, record: TransactionRecord): Tools {
  return {
    deployment: deploymentOf(engine),
    account: record.account as Address,
    now: () => Math.floor(Date.now() / 1000) + useLive.getState().offset,
    sealingKey: async () => (await sealingKeysOf(engine.wallets, record.account as Address)).publicKey,
    storeContent: async ({ contentId, ...body }) => {
      await callService(engine.town.indexerUrl, `/v1/content/${contentId}`, contentStored, {
        method: "PUT",
        body,
      });
    },
  };
}

/** Goes on with everything that was under way when the page was left. */
export function resumeAll(engine: Engine): void {
  for (const record of Object.values(useTransactions.getState().records)) {
    if (
      !isOver(record) &&
      isUnderWay(record) &&
      record.deploymentId === engine.town.deployment?.deploymentId
    ) {
      void runTransaction(engine, record.id);
    }
  }
}
