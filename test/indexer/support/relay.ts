// Signing as people do, for a relayer.
import { type Call, type Deployment, relayBody, signForwardRequest } from "@peercommons/sdk";
import { type Relayed, relayed, relayNonce } from "@peercommons/sdk/schemas";
import type { Hex, LocalAccount } from "viem";
import { get, send } from "./api.ts";
import { until } from "./chain.ts";

type Wanted = {
  account: LocalAccount;
  call: Call;
  nonce?: bigint;
  deadline?: number;
  gas?: bigint;
  key?: bigint;
};

export function signerOf(url: string, deployment: Deployment, now: () => Promise<number>) {
  async function sign({ account, call, key = 0n, ...rest }: Wanted) {
    const nonce =
      rest.nonce ?? BigInt((await get(url, `/v1/nonce/${account.address}?key=${key}`, relayNonce)).nonce);
    const deadline = rest.deadline ?? (await now()) + 3_600;
    const signed = await signForwardRequest({
      deployment,
      call,
      nonce,
      deadline,
      account,
      ...(rest.gas ? { gas: rest.gas } : {}),
    });
    return relayBody(deployment, signed);
  }
  const post = (body: unknown) => send(url, "POST", "/v1/relay", body);
  const stateOf = (id: string): Promise<Relayed> => get(url, `/v1/relay/${id}`, relayed);

  /** Waits until a request is decided. */
  const decided = (id: string, seconds = 20) =>
    until(
      `the end of ${id}`,
      async () => {
        const state = await stateOf(id);
        return state.status === "queued" || state.status === "sent" ? null : state;
      },
      seconds,
    );

  /** Signs, sends, waits. */
  async function relay(wanted: Wanted): Promise<Relayed> {
    const answer = await post(await sign(wanted));
    if (answer.status !== 202) throw new Error(`refused: ${answer.text}`);
    return decided(String(answer.body.id));
  }
  return { sign, post, stateOf, decided, relay };
}

export type Signer = ReturnType<typeof signerOf>;
export type Signed = { request: { from: Hex } };
