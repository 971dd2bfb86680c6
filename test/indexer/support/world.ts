// People acting in a real town, through the same calls as the dApp's.
import {
  abis,
  acceptTask,
  type Call,
  claimTask,
  createSkill,
  type Deployment,
  dataOf,
  deliverTask,
  join,
  operateTypedData,
  postTask,
  readAccountId,
  readEligibleAt,
  registerBot,
  submitTask,
  taskIdOf,
  taskTerms,
} from "@peercommons/sdk";
import { encodeTaskBody, packContent } from "@peercommons/sdk/content";
import { type Hex, keccak256, stringToHex, zeroHash } from "viem";
import { accountAt, type Chain, until } from "./chain.ts";
import { deploy } from "./deploy.ts";

export const peer = 1_000_000n;
export const day = 86_400;
const hour = 3_600;

/** A content id that stands for some sealed work. */
export const idOf = (text: string): Hex => keccak256(stringToHex(text));

/** Wallets: 0 deploys, 1 governs, 2 relays, 3 to 5 found the town. */
export const founders = [3, 4, 5];

export async function buildWorld(chain: Chain) {
  const deployment: Deployment = await deploy(
    chain,
    founders.map((index) => ({ address: accountAt(index).address })),
  );

  /** Sends a call from a wallet and waits for it; a revert is an error. */
  async function act(
    index: number,
    call: Pick<Call, "address" | "abi" | "functionName" | "args">,
  ): Promise<Hex> {
    const wallet = chain.wallet(index);
    const hash = await wallet.sendTransaction({ to: call.address, data: dataOf(call), gas: 3_000_000n });
    // Asked for again and again: a wait for the next block would miss one that came in between, and none follows by itself.
    const receipt = await until("the receipt", () => chain.test.getTransactionReceipt({ hash }));
    if (receipt.status !== "success") throw new Error(`${call.functionName} reverted`);
    return hash;
  }

  const now = async () => Number((await chain.test.getBlock()).timestamp);
  const idAt = (index: number) => readAccountId(chain.test, { deployment, owner: accountAt(index).address });

  async function warp(to: number): Promise<void> {
    if ((await now()) >= to) return;
    await chain.test.setNextBlockTimestamp({ timestamp: BigInt(to) });
    await chain.test.mine({ blocks: 1 });
  }

  async function joinAs(index: number): Promise<number> {
    await act(index, join({ deployment }));
    return idAt(index);
  }

  let skills = 0;
  async function addSkill(symbol: string, parentId = 0): Promise<number> {
    await act(
      3,
      createSkill({ deployment, creatorId: await idAt(3), parentId, name: `The ${symbol} skill`, symbol }),
    );
    return ++skills;
  }

  const bodyOf = (title: string) =>
    packContent(encodeTaskBody({ v: 1, title, text: `Please do ${title}.`, deliver: ["a file"] }));

  const counters = new Map<number, number>();
  type Terms = {
    skillId: number;
    price?: bigint;
    effort?: number;
    flags?: number;
    hours?: number;
    contentId?: Hex;
  };
  async function post(index: number, terms: Terms): Promise<bigint> {
    const posterId = await idAt(index);
    const { skillId, price = 2n * peer, effort = 1, flags = 0, hours = 7 * 24 } = terms;
    const deadlineAt = (await now()) + hours * hour;
    await act(
      index,
      postTask({
        deployment,
        posterId,
        terms: taskTerms({ skillId, price, effort, deadlineAt, flags }),
        contentId: terms.contentId ?? bodyOf(`task of ${index}`).contentId,
      }),
    );
    const counter = counters.get(index) ?? 0;
    counters.set(index, counter + 1);
    return taskIdOf(posterId, counter);
  }

  async function untilEligible(taskId: bigint, level = 0): Promise<void> {
    await warp(Number(await readEligibleAt(chain.test, { deployment, taskId, level })));
  }

  async function claim(index: number, taskId: bigint): Promise<void> {
    await act(index, claimTask({ deployment, taskId, memberId: await idAt(index) }));
  }
  const submit = (index: number, taskId: bigint, work = "work") =>
    act(index, submitTask({ deployment, taskId, deliverableId: idOf(work) }));
  const accept = (index: number, taskId: bigint, rating = 5) =>
    act(index, acceptTask({ deployment, taskId, rating }));

  async function addBot(operator: number, skillId: number, name = "Tally"): Promise<number> {
    const creatorId = await idAt(3);
    const deadline = BigInt((await now()) + day);
    const terms = { skillId, creatorId, computeBps: 1_000, commonsBps: 7_000, potBps: 5_000 };
    const modelHash = idOf("model");
    const message = { creatorId, skillId, computeBps: 1_000, modelHash, sealingKey: zeroHash, deadline };
    const operatorSignature = await accountAt(operator).signTypedData(operateTypedData(deployment, message));
    const about = { deployment, creatorId, operator: accountAt(operator).address, terms, modelHash };
    await act(3, registerBot({ ...about, name, deadline, operatorSignature }));
    return idAt(operator);
  }

  async function deliver(operator: number, taskId: bigint): Promise<void> {
    await act(
      operator,
      deliverTask({ deployment, taskId, botId: await idAt(operator), deliverableId: idOf("bot work") }),
    );
  }

  return {
    ...{ chain, deployment, act, now, warp, idAt, joinAs, addSkill, bodyOf, post, untilEligible },
    ...{ claim, submit, accept, addBot, deliver, abis },
  };
}

export type World = Awaited<ReturnType<typeof buildWorld>>;
