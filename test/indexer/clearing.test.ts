import {
  cancelObligation,
  clearObligations,
  obligationIdOf,
  obligationTypedData,
  readObligation,
  registerObligation,
  settleObligations,
} from "@peercommons/sdk";
import { circulation, clearing, obligation, pageOf, statementLine } from "@peercommons/sdk/schemas";
import { zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, send } from "./support/api.ts";
import { accountAt, type Chain, startChain, until } from "./support/chain.ts";
import { caughtUp, startIndexer, stateFolder, writeDeployment } from "./support/services.ts";
import { buildWorld, founders, peer, type World } from "./support/world.ts";

/** Three founders in a circle of invoices, and one beside it. */
describe("invoices, indexed", () => {
  let chain: Chain;
  let world: World;
  let url: string;
  let state: Awaited<ReturnType<typeof stateFolder>>;
  let indexer: Awaited<ReturnType<typeof startIndexer>>;
  const accounts = new Map<number, number>();
  const at = (wallet: number) => accounts.get(wallet) ?? 0;
  const caught = () => until("the tables to catch up", () => caughtUp(url, chain));
  const open = (accountId: number) =>
    get(url, `/v1/obligations?accountId=${accountId}&state=open`, pageOf(obligation));

  async function owe(debtor: number, creditor: number, amount: bigint, number = 1): Promise<bigint> {
    const message = {
      debtorId: at(debtor),
      creditorId: at(creditor),
      number,
      amount,
      dueDay: 30_000,
      memo: zeroHash,
      deadline: 2n ** 40n,
    };
    // A minute apart, for the list is sorted by it.
    await world.warp((await world.now()) + 60);
    const typed = obligationTypedData(world.deployment, message);
    await world.act(
      debtor,
      registerObligation({
        deployment: world.deployment,
        obligation: message,
        creditorSignature: await accountAt(creditor).signTypedData(typed),
      }),
    );
    return obligationIdOf({ creditorId: at(creditor), number });
  }

  beforeAll(async () => {
    chain = await startChain();
    world = await buildWorld(chain);
    for (const [index, wallet] of founders.entries()) accounts.set(wallet, index + 1);
    await owe(3, 4, 5n * peer);
    await owe(4, 5, 3n * peer);
    await owe(5, 3, 4n * peer);
    await owe(3, 5, peer, 2);
    state = await stateFolder();
    writeDeployment(state.path, world.deployment);
    indexer = await startIndexer({ chain, state: state.path });
    url = indexer.url;
  });

  afterAll(async () => {
    await indexer?.stop();
    await chain?.stop();
    await state?.remove();
  });

  it("are listed for both sides, newest first, by cursor", async () => {
    const mine = await open(at(5));
    expect(mine.items.map((each) => [each.debtor.accountId, each.creditor.accountId])).toEqual([
      [at(3), at(5)],
      [at(5), at(3)],
      [at(4), at(5)],
    ]);
    const first = await get(url, "/v1/obligations?limit=3", pageOf(obligation));
    const rest = await get(url, `/v1/obligations?limit=3&cursor=${first.nextCursor}`, pageOf(obligation));
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([3, 1, null]);
  });

  it("show the circle that can be netted, to those in it", async () => {
    const seen = await get(url, `/v1/clearing?accountId=${at(4)}`, clearing);
    expect(seen).toMatchObject({ open: "13000000", obligations: 4, clearable: "11000000", cleared: "0" });
    expect(seen.loops).toHaveLength(1);
    expect(seen.loops[0]?.amount).toBe("3000000");
    expect(seen.loops[0]?.obligations).toHaveLength(3);
  });

  it("are netted by what the indexer proposes, as the chain says too", async () => {
    const { loops } = await get(url, "/v1/clearing", clearing);
    const [loop] = loops;
    if (loop === undefined) throw new Error("the indexer found no circle");
    const edges = loop.obligations.map(({ obligationId }) => ({
      obligationId: BigInt(obligationId),
      amount: BigInt(loop.amount),
    }));
    await world.act(6, clearObligations({ deployment: world.deployment, edges }));
    await caught();
    expect(await get(url, "/v1/clearing", clearing)).toMatchObject({
      open: "4000000",
      // Ada and Cem owe each other one more.
      clearable: "2000000",
      cleared: "9000000",
      loops: [{ amount: "1000000" }],
    });
    for (const { obligationId, remaining } of (await get(url, "/v1/obligations", pageOf(obligation))).items) {
      const held = await readObligation(chain.test, {
        deployment: world.deployment,
        obligationId: BigInt(obligationId),
      });
      expect(remaining).toBe(held.remaining.toString());
    }
  });

  it("are paid and waived, and leave the open ones", async () => {
    const paid = obligationIdOf({ creditorId: at(4), number: 1 });
    await world.act(
      3,
      settleObligations({
        deployment: world.deployment,
        payerId: at(3),
        edges: [{ obligationId: paid, amount: 2n * peer }],
        receiverIds: [at(4)],
      }),
    );
    await world.act(5, cancelObligation({ deployment: world.deployment, creditorId: at(5), number: 2 }));
    await world.act(5, cancelObligation({ deployment: world.deployment, creditorId: at(5), number: 77 }));
    await caught();
    expect((await open(at(4))).items).toEqual([]);
    const closed = await get(url, "/v1/obligations?state=closed", pageOf(obligation));
    expect(closed.items.find((each) => each.number === 2)?.waived).toBe("1000000");
    const { items } = await get(url, "/v1/circulations", pageOf(circulation));
    expect(items.map((each) => [each.edges, each.cleared, each.paid, each.payer?.accountId ?? null])).toEqual(
      [
        [1, "2000000", "2000000", at(3)],
        [3, "9000000", "0", null],
      ],
    );
    const lines = await get(url, `/v1/accounts/${at(4)}/statement`, pageOf(statementLine));
    expect(lines.items[0]).toMatchObject({ kind: "invoice", amount: "2000000" });
  });

  it("refuse odd questions with a sentence", async () => {
    for (const path of [
      "/v1/obligations?accountId=x",
      "/v1/obligations?state=late",
      "/v1/clearing?accountId=-1",
    ]) {
      const { status, body } = await send(url, "GET", path);
      expect(status).toBe(400);
      expect(JSON.stringify(body)).toMatch(/detail/);
    }
  });
});
