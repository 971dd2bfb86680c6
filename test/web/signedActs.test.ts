import { taskActFromWire, taskActTypedData, type WireTaskAct } from "@peercommons/sdk";
import { QueryClient } from "@tanstack/react-query";
import { type Hex, recoverTypedDataAddress } from "viem";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connect } from "wagmi/actions";
import { walletConfig } from "@/lib/wallet/config";
import { type Engine, runTransaction } from "@/transactions/engine";
import { type ParametersOf, registry } from "@/transactions/registry";
import { startTransaction } from "@/transactions/start";
import { useTransactions } from "@/transactions/store";
import { deployment } from "./deployment";
import { abacus, ada, bruno, hash } from "./fixtures";

const urls = { indexerUrl: "http://indexer.test", relayerUrl: "http://relayer.test" };
const town = { deployment, rpcUrl: "http://node.test", problem: null, ...urls };

const wish: ParametersOf<"postTask"> = {
  ...{ draftId: "d1", posterId: 7, title: "A poem", botsFirst: false, sealed: false },
  skill: { skillId: 3, name: "Poetry", symbol: "poetry" },
  terms: {
    ...{ skillId: 3, price: "2500000", deadlineHour: 400, effort: 1 },
    ...{ claimHours: 5, reviewHours: 72, flags: 1, quotedBand: 255 },
  },
  content: { contentId: hash, salt: hash, put: null },
};

type Posted = { act: WireTaskAct; signer: Hex; signature: Hex };

/** What the relayer and the node answer. */
const services = { code: "0x", next: "0", verdict: {} as object, posted: [] as Posted[], requests: 0 };

const node: Record<string, () => unknown> = {
  eth_chainId: () => "0x7a69",
  eth_getCode: () => services.code,
  eth_estimateGas: () => "0x30000",
  eth_getBlockByNumber: () => ({ number: "0x9", timestamp: "0x16e360", transactions: [] }),
};

type Rpc = { id: number; method: string };

function answer(url: URL, body: unknown): unknown {
  if (url.host === "node.test") {
    const one = ({ id, method }: Rpc) => ({ jsonrpc: "2.0", id, result: node[method]?.() });
    return Array.isArray(body) ? body.map(one) : one(body as Rpc);
  }
  if (url.pathname.startsWith("/v1/relay/next/")) return { address: ada.address, taskId: services.next };
  if (url.pathname === "/v1/relay/acts") services.posted.push(body as Posted);
  if (url.pathname === "/v1/relay") services.requests++;
  return { id: hash, status: "queued", receivedAt: 5, ...services.verdict };
}

/** Starts the wish, or takes it up again, and carries it to its end. */
async function run(engine: Engine, account: string) {
  const { id } = startTransaction({
    kind: "postTask",
    parameters: wish,
    account,
    deploymentId: deployment.deploymentId,
  });
  await runTransaction(engine, id);
  return useTransactions.getState().records[id];
}

const refused = (code: string) => ({ status: "refused", error: { code, sentence: "No." } });

beforeEach(() => {
  localStorage.clear();
  useTransactions.setState({ records: {} });
  Object.assign(services, { code: "0x", next: "30064771072", verdict: {}, posted: [], requests: 0 });
  vi.stubGlobal("fetch", async (input: URL | Request | string, init?: RequestInit) => {
    const request = new Request(input, init);
    const body = request.method === "POST" ? JSON.parse(await request.text()) : undefined;
    return new Response(JSON.stringify(answer(new URL(request.url), body)), {
      headers: { "content-type": "application/json" },
    });
  });
  const locks = { request: (_: string, _options: object, run: (lock: object) => unknown) => run({}) };
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
});
afterEach(() => vi.unstubAllGlobals());

async function connected() {
  const wallets = walletConfig(town);
  const [connector] = wallets.connectors;
  if (!connector) throw new Error("no wallet");
  const { accounts } = await connect(wallets, { connector });
  return { engine: { town, wallets, queries: new QueryClient() }, account: accounts[0] };
}

describe("a post", () => {
  it("goes to the relayer as an act that the account's own key signed, terms and all", async () => {
    const { engine, account } = await connected();
    services.verdict = refused("LedgerInsufficient");
    await run(engine, account);
    const [sent] = services.posted;
    if (!sent) throw new Error("nothing was sent");
    expect(sent.act).toEqual({
      ...{ kind: "Post", taskId: services.next, ...wish.terms, contentId: hash, until: 1_500_000 + 3_600 },
    });
    const typed = taskActTypedData(deployment, taskActFromWire(sent.act));
    expect(await recoverTypedDataAddress({ ...typed, signature: sent.signature } as never)).toBe(account);
    expect(sent.signer).toBe(account);
    expect(services.requests).toBe(0);
  });

  it("keeps its task id when it failed, until TaskMarketActNotNext: so it is not posted twice", async () => {
    const { engine, account } = await connected();
    const first = services.next;
    services.verdict = refused("LedgerInsufficient");
    expect((await run(engine, account))?.error?.code).toBe("LedgerInsufficient");
    // Whether it was done all the same, others went on.
    services.next = "30064771077";
    await run(engine, account);
    services.verdict = refused("TaskMarketActNotNext");
    expect((await run(engine, account))?.error?.code).toBe("TaskMarketActNotNext");
    await run(engine, account);
    const ids = services.posted.map(({ act }) => act.taskId);
    expect(ids).toEqual([first, first, first, services.next]);
  });

  it("goes through the forwarder for an account that is a contract, not for one that lends its address to code", async () => {
    const { engine, account } = await connected();
    services.code = `0xef0100${"22".repeat(20)}`;
    services.verdict = refused("LedgerInsufficient");
    await run(engine, account);
    expect([services.posted.length, services.requests]).toEqual([1, 0]);
    services.code = "0x6001";
    await run(engine, account);
    expect([services.posted.length, services.requests]).toEqual([1, 1]);
  });
});

describe("the acts that the market takes signed", () => {
  const task = {
    ...{ taskId: "4294967296", title: "A poem", price: "2500000", changedAt: 5 },
    ...{ poster: ada, worker: bruno },
  };
  const seen = { taskId: 4294967296n, since: 5 };
  const content = wish.content;

  it("say what the same calls say, and the state that the person saw", () => {
    const { claimTask, submitTask, acceptTask } = registry;
    expect(claimTask.signed?.({ task, memberId: 2 } as never)).toEqual({
      ...{ kind: "Claim", ...seen, memberId: 2, price: 2_500_000n },
    });
    expect(submitTask.signed?.({ task, content } as never)).toEqual({
      ...{ kind: "Submit", ...seen, workerId: 2, deliverableId: hash },
    });
    expect(acceptTask.signed?.({ task, rating: 4 } as never)).toEqual({
      ...{ kind: "Accept", ...seen, workerId: 2, price: 2_500_000n, rating: 4 },
    });
    const bots = { ...task, worker: abacus };
    expect(acceptTask.signed?.({ task: bots, rating: 0 } as never)).toMatchObject({ workerId: 9 });
  });

  it("are left to the forwarder while nobody is known to have done the work", () => {
    const nobody = { ...task, worker: null };
    expect(registry.acceptTask.signed?.({ task: nobody, rating: 4 } as never)).toBeNull();
    expect(registry.submitTask.signed?.({ task: nobody, content } as never)).toBeNull();
  });
});
