import {
  type Deployment,
  dayOf,
  type ForwardRequest,
  forwardRequestTypedData,
  relayIdOf,
} from "@peercommons/sdk";
import type { RelayActPost, RelayPost } from "@peercommons/sdk/schemas";
import { type Hex, hashTypedData, recoverAddress } from "viem";
import { Problem } from "../store/problem.ts";
import { isPlain, readAct } from "./acts.ts";
import { type Allowed, allowedCalls, isOurs, type Kind } from "./allowed.ts";
import { hexOf, keyOf, type RelayerChain, type Signer } from "./chain.ts";
import type { RelayerConfig } from "./config.ts";
import type { Queue, Queued } from "./queue.ts";
import { checkCaps } from "./quota.ts";
import { tooSoon } from "./sender.ts";

export type IntakeParts = {
  deployment: Deployment;
  chain: RelayerChain;
  config: RelayerConfig;
  queue: Queue;
};

/**
 * Takes a signed request in, or refuses it with a sentence. Everything is checked before a unit of gas is risked, the cheap
 * and the forgeable first; what is taken in is on disk before this returns. The same request again is the same entry.
 * @throws Problem
 */
export function intakeOf(parts: IntakeParts) {
  const { deployment, chain, config, queue } = parts;
  const lookUp = allowedCalls(deployment);
  /** Intake of one signer at a time, so that two requests cannot both see the last free place. */
  const turns = new Map<string, Promise<unknown>>();

  function checkTown(deploymentId: string): void {
    if (deploymentId.toLowerCase() === deployment.deploymentId.toLowerCase()) return;
    throw new Problem(
      409,
      "DeploymentOther",
      "This was signed for another town. Reload, which takes this town's deployment, and sign again.",
    );
  }

  async function take(post: RelayPost): Promise<Queued> {
    checkTown(post.deploymentId);
    const request = requestOf(post);
    const { kind } = checkCall(request, deployment, config, lookUp);
    const id = hexOf(relayIdOf(deployment, request));
    const known = queue.find(id);
    if (known !== null && known.status !== "refused") return known;
    const signature = post.signature as Hex;
    await checkSignature(request, signature, deployment, chain);
    return inTurn({ id, form: "call", request, signature, kind });
  }

  /** The same for an act that the task market takes signed. */
  async function takeAct(post: RelayActPost): Promise<Queued> {
    checkTown(post.deploymentId);
    const act = await readAct(post, deployment);
    const known = queue.find(act.id);
    if (known !== null && known.status !== "refused") return known;
    return inTurn({ ...act, kind: "call" });
  }

  async function inTurn(asked: Asked): Promise<Queued> {
    const { from } = asked.request;
    const turn = (turns.get(from) ?? Promise.resolve()).catch(() => undefined).then(() => admit(asked));
    turns.set(from, turn);
    try {
      return await turn;
    } finally {
      if (turns.get(from) === turn) turns.delete(from);
    }
  }

  async function admit(asked: Asked): Promise<Queued> {
    const { id, form, request, kind } = asked;
    const known = queue.find(id);
    if (known !== null && known.status !== "refused") return known;
    if (queue.countWaiting() >= config.queueLength) {
      throw new Problem(
        503,
        "RelayerBusy",
        "Too many requests wait here. Nothing was taken; send the same request again in a few seconds.",
        { retryAfter: 5 },
      );
    }
    const head = await chain.head();
    checkDeadline(asked, head.at, config.farthestDeadline);
    const today = dayOf(head.at);
    const who = await chain.signer(request.from, today);
    const pending = queue.pendingOf(request.from);
    // An act needs none: it fits one state of its task.
    if (form === "call") await checkNonce(request, pending, chain);
    checkSigner(who, kind);
    checkCaps({ queue, config, who, kind, gas: request.gas, today });
    // What waits before it may change the outcome, so then it is played when its turn comes.
    if (pending.length === 0) {
      const why = await chain.refusal(asked, head.at);
      if (why !== null && why.code !== tooSoon) throw new Problem(422, why.code, why.sentence);
    }
    queue.add({ ...asked, accountId: who.accountId, day: today, receivedAt: head.at });
    const added = queue.find(id);
    if (added === null)
      throw new Problem(500, "Unexpected", "The request was lost while it was written down. Send it again.");
    return added;
  }

  return { take, takeAct };
}

type Asked = Pick<Queued, "id" | "form" | "request" | "signature" | "kind">;

function requestOf({ request }: RelayPost): ForwardRequest {
  const { from, to, value, gas, nonce, deadline, data } = request;
  return {
    from: hexOf(from),
    to: hexOf(to),
    value: BigInt(value),
    gas: BigInt(gas),
    nonce: BigInt(nonce),
    deadline,
    data: hexOf(data),
  };
}

function checkCall(
  request: ForwardRequest,
  deployment: Deployment,
  config: RelayerConfig,
  lookUp: (to: string, data: Hex) => Allowed | null,
): Allowed {
  if (request.value !== 0n)
    throw new Problem(
      400,
      "RelayerNoValue",
      "A relayer sends no ether along. Sign the request again with value 0.",
    );
  if (!isOurs(deployment, request.to)) {
    throw new Problem(
      403,
      "RelayerNotOurs",
      `${request.to} is not a contract of this town, so nothing is relayed to it. Check the deployment's addresses.`,
    );
  }
  const allowed = lookUp(request.to, request.data);
  if (allowed === null) {
    throw new Problem(
      403,
      "RelayerNotAllowed",
      "This function is not among those a relayer pays for. Send it with your own wallet.",
    );
  }
  if ((request.data.length - 2) / 2 > config.mostData) {
    throw new Problem(
      413,
      "RelayerDataTooLarge",
      `The call carries more than ${config.mostData} bytes. Put long texts into the content store and send their id.`,
    );
  }
  if (request.gas > config.mostGas || request.gas < 30_000n) {
    throw new Problem(
      400,
      "RelayerGasOutOfBounds",
      `A request may ask for 30000 to ${config.mostGas} gas. Sign it again within that.`,
    );
  }
  if (request.nonce >> 256n !== 0n)
    throw new Problem(400, "BadRequest", "The nonce does not fit 256 bits. Ask /v1/nonce for the next one.");
  return allowed;
}

async function checkSignature(
  request: ForwardRequest,
  signature: Hex,
  deployment: Deployment,
  chain: RelayerChain,
): Promise<void> {
  const typed = forwardRequestTypedData(deployment, request);
  const recovered = await recoverAddress({ hash: hashTypedData(typed), signature }).catch(() => null);
  // The forwarder's library takes 65 bytes with low s only; anything else is left to a contract's own check.
  if (recovered?.toLowerCase() === request.from && isPlain(signature)) return;
  const code = await chain.client.getCode({ address: request.from });
  if (code !== undefined && code !== "0x") {
    const good = await chain.client
      .verifyTypedData({ ...typed, address: request.from, signature })
      .catch(() => false);
    if (good) return;
  }
  throw new Problem(
    401,
    "ForwarderBadSignature",
    `The signature is not by ${request.from} over this request on this chain. Sign exactly this request with that account.`,
  );
}

function checkDeadline({ form, request: { deadline } }: Asked, now: number, farthest: number): void {
  if (deadline <= now) {
    throw new Problem(
      400,
      form === "act" ? "TaskMarketActExpired" : "ForwarderExpired",
      "The request's deadline has passed, so it would not be executed. Sign it again.",
    );
  }
  if (deadline > now + farthest) {
    throw new Problem(
      400,
      "RelayerDeadlineTooFar",
      `The deadline lies more than ${farthest / 3_600} hours ahead. Sign with a nearer one, so that a forgotten request does not act later.`,
    );
  }
}

async function checkNonce(
  request: ForwardRequest,
  pending: readonly Queued[],
  chain: RelayerChain,
): Promise<void> {
  const key = keyOf(request.nonce);
  const next = await chain.nonce(request.from, key);
  if (request.nonce < next) {
    throw new Problem(
      409,
      "RelayerNonceUsed",
      "This nonce has been used, so the request was executed before or replaced. Look at what happened, and sign a new one if need be.",
    );
  }
  const same = pending.filter((entry) => entry.form === "call" && keyOf(entry.request.nonce) === key);
  if (same.some((entry) => entry.request.nonce === request.nonce)) {
    throw new Problem(
      409,
      "RelayerNonceTaken",
      "Another request with this nonce waits already. Ask /v1/nonce for the next one and sign again.",
    );
  }
  const expected = same.reduce((n, entry) => (entry.request.nonce >= n ? entry.request.nonce + 1n : n), next);
  if (request.nonce !== expected) {
    throw new Problem(
      409,
      "RelayerNonceGap",
      "Requests before this one are missing, so it could never be executed. Ask /v1/nonce for the next nonce and sign again.",
    );
  }
}

function checkSigner(who: Signer, kind: Kind): void {
  if (who.accountId === 0 && kind !== "join") {
    throw new Problem(
      403,
      "RelayerNotMember",
      "Only accounts of this town are relayed. Join first, which is relayed for newcomers.",
    );
  }
}
