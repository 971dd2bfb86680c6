import type { Account, Address, Chain, Hex, LocalAccount, Transport, WalletClient } from "viem";
import { signTypedData } from "viem/actions";
import type { Deployment } from "./deployment.ts";
import { taskActIdOf, taskActTypedData } from "./typedData/taskAct.ts";
import type { AccountId, TaskId, TaskTerms } from "./types.ts";

/** `since` is the task's `changedAt` the actor saw; both are unix seconds, and the act is good before `until`. */
type Instants = { since: number; until: number };

/**
 * An act that its actor signs and anyone may send, in a batch with others: `TaskMarket.relay`. It fits one state of one task,
 * so it cannot be done twice. A post's `taskId` is the poster's next.
 */
export type TaskAct =
  | ({ kind: "Post"; taskId: TaskId; contentId: Hex; until: number } & TaskTerms)
  | ({ kind: "Claim"; taskId: TaskId; memberId: AccountId; price: bigint } & Instants)
  | ({ kind: "Submit"; taskId: TaskId; workerId: AccountId; deliverableId: Hex } & Instants)
  | ({ kind: "Accept"; taskId: TaskId; workerId: AccountId; price: bigint; rating: number } & Instants)
  | ({ kind: "Deliver"; taskId: TaskId; botId: AccountId; deliverableId: Hex } & Instants);

/** An act with its signature, its id and who signed. */
export type SignedTaskAct = { id: Hex; act: TaskAct; signer: Address; signature: Hex };

/**
 * Signs an act for a relayer to send, with a local account or a wallet. Nothing is sent.
 * @example
 * const signed = await signTaskAct({ deployment, act, account });
 * await fetch(`${relayerUrl}/v1/relay/acts`, { method: "POST", body: JSON.stringify(taskActBody(deployment, signed)) });
 */
export async function signTaskAct(
  parameters: { deployment: Deployment; act: TaskAct } & (
    | { account: LocalAccount }
    | { walletClient: WalletClient<Transport, Chain | undefined, Account> }
  ),
): Promise<SignedTaskAct> {
  const { deployment, act } = parameters;
  const typedData = taskActTypedData(deployment, act);
  const signer = "account" in parameters ? parameters.account : parameters.walletClient.account;
  const signature =
    "account" in parameters
      ? await parameters.account.signTypedData(typedData)
      : await signTypedData(parameters.walletClient, { account: signer, ...typedData });
  return { id: taskActIdOf(deployment, act), act, signer: signer.address, signature };
}

/**
 * The body of `POST /v1/relay/acts`: big numbers as decimal strings.
 * @example
 * JSON.stringify(taskActBody(deployment, signed))
 */
export function taskActBody(deployment: Pick<Deployment, "deploymentId">, signed: SignedTaskAct) {
  const { act, signer, signature } = signed;
  return { deploymentId: deployment.deploymentId, act: taskActToWire(act), signer, signature };
}

/** An act as JSON: its big numbers as decimal strings. */
export type WireTaskAct = {
  [K in TaskAct["kind"]]: {
    [F in keyof Extract<TaskAct, { kind: K }>]: Extract<TaskAct, { kind: K }>[F] extends bigint
      ? string
      : Extract<TaskAct, { kind: K }>[F];
  };
}[TaskAct["kind"]];

/**
 * An act as JSON can carry it; {@link taskActFromWire} reads it again.
 * @example
 * taskActToWire(act).taskId // "30064771072"
 */
export function taskActToWire(act: TaskAct): WireTaskAct {
  const texts = Object.entries(act).map(([key, value]) => [
    key,
    typeof value === "bigint" ? value.toString() : value,
  ]);
  return Object.fromEntries(texts) as WireTaskAct;
}

/**
 * An act from its JSON.
 * @example
 * taskActFromWire(taskActToWire(act))
 */
export function taskActFromWire(wire: WireTaskAct): TaskAct {
  const taskId = BigInt(wire.taskId);
  return ("price" in wire ? { ...wire, taskId, price: BigInt(wire.price) } : { ...wire, taskId }) as TaskAct;
}
