import {
  type Deployment,
  packTaskActs,
  type TaskAct,
  taskActFromWire,
  taskActIdOf,
  type WireTaskAct,
} from "@peercommons/sdk";
import type { RelayActPost } from "@peercommons/sdk/schemas";
import { type Hex, recoverAddress } from "viem";
import { Problem } from "../store/problem.ts";
import { actGas, hexOf } from "./chain.ts";
import type { Queued } from "./queue.ts";

/** A signed act, checked as far as that needs no chain. */
export type ReadAct = Pick<Queued, "id" | "form" | "request" | "signature">;

/** Reads a signed act: its id, whether its signer signed it, and its bytes for a batch. @throws Problem */
export async function readAct(post: RelayActPost, deployment: Deployment): Promise<ReadAct> {
  const act = taskActFromWire(post.act as WireTaskAct);
  const signature = hexOf(post.signature);
  const data = packed(act, signature);
  const id = hexOf(taskActIdOf(deployment, act));
  const from = hexOf(post.signer);
  const recovered = await recoverAddress({ hash: id, signature }).catch(() => null);
  if (recovered?.toLowerCase() !== from || !isPlain(signature)) {
    throw new Problem(
      401,
      "TaskMarketActNotSigned",
      `The signature is not by ${from} over this act in this town. Sign exactly this act with that account; an account that is a contract sends its call to /v1/relay.`,
    );
  }
  const to = hexOf(deployment.contracts.TaskMarket);
  const request = { from, to, value: 0n, gas: actGas, nonce: act.taskId, deadline: act.until, data };
  return { id, form: "act", request, signature };
}

function packed(act: TaskAct, signature: Hex): Hex {
  try {
    return packTaskActs([{ act, signature }]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new Problem(400, "BadRequest", `The act cannot be packed. ${reason} Correct it and sign again.`);
  }
}

const halfOrder = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/** The contracts take 65 bytes with low s only. */
export function isPlain(signature: Hex): boolean {
  if (signature.length !== 132) return false;
  const v = Number.parseInt(signature.slice(130), 16);
  return BigInt(`0x${signature.slice(66, 130)}`) <= halfOrder && (v === 27 || v === 28);
}

/** Whether a packed act is a post. */
export const isPost = (data: Hex): boolean => data.startsWith("0x01");
