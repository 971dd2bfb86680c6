import {
  claimIncome,
  openEpoch,
  pay,
  proposeOperator,
  pushSplit,
  readClaimable,
  rejectTask,
  requestRevision,
  withdrawOperator,
} from "@peercommons/sdk";
import {
  account,
  activityItem,
  bot,
  commons,
  credit,
  deploymentStatus,
  feedItem,
  guide,
  income,
  pageOf,
  person,
  personSummary,
  skill,
  skillList,
  statementLine,
  stats,
  task,
  taskSummary,
  work,
} from "@peercommons/sdk/schemas";
import { zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, send } from "./support/api.ts";
import { accountAt, type Chain, startChain, until } from "./support/chain.ts";
import { caughtUp, startIndexer, stateFolder, writeDeployment } from "./support/services.ts";
import { buildWorld, day, idOf, peer, type World } from "./support/world.ts";

/** One town with a story, told before the indexer starts and gone on with while it runs. */
describe("a town, indexed", () => {
  let chain: Chain;
  let world: World;
  let url: string;
  let state: Awaited<ReturnType<typeof stateFolder>>;
  let indexer: Awaited<ReturnType<typeof startIndexer>>;
  let logo = 0;
  let sums = 0;
  let ada = 0;
  let ben = 0;
  let botId = 0;
  const ids: Record<string, bigint> = {};

  const caught = () => until("the tables to catch up", () => caughtUp(url, chain));

  beforeAll(async () => {
    chain = await startChain();
    world = await buildWorld(chain);
    [ada, ben] = [await world.joinAs(6), await world.joinAs(7)];
    logo = await world.addSkill("logo");
    sums = await world.addSkill("sums", logo);
    botId = await world.addBot(8, sums);
    // A person does one task, with a revision on the way.
    ids.done = await world.post(3, {
      skillId: logo,
      price: 4n * peer,
      flags: 1,
      contentId: world.bodyOf("A logo for a bakery").contentId,
    });
    await world.claim(6, ids.done);
    await world.submit(6, ids.done, "first");
    await world.act(
      3,
      requestRevision({ deployment: world.deployment, taskId: ids.done, noteId: idOf("note") }),
    );
    await world.submit(6, ids.done, "second");
    await world.accept(3, ids.done);
    // A bot does one; another of its deliveries is refused.
    ids.byBot = await world.post(4, { skillId: sums, price: 2n * peer });
    await world.deliver(8, ids.byBot);
    await world.accept(4, ids.byBot);
    await world.act(4, pushSplit({ deployment: world.deployment, botId }));
    ids.refused = await world.post(4, { skillId: sums, price: peer, hours: 40 * 24 });
    await world.deliver(8, ids.refused);
    await world.act(
      4,
      rejectTask({ deployment: world.deployment, taskId: ids.refused, reasonId: idOf("wrong") }),
    );
    // Payments, a day's demurrage, income.
    await world.act(
      6,
      pay({
        deployment: world.deployment,
        to: accountAt(7).address,
        amount: 1_500_000n,
        memo: idOf("thanks"),
      }),
    );
    await world.warp((await world.now()) + 7 * day);
    await world.act(7, openEpoch({ deployment: world.deployment }));
    await world.act(
      6,
      pay({ deployment: world.deployment, to: accountAt(3).address, amount: 500_000n, memo: zeroHash }),
    );
    ids.open = await world.post(3, {
      skillId: logo,
      price: 3n * peer,
      contentId: world.bodyOf("A poster").contentId,
    });
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

  it("names the town and how far it is indexed", async () => {
    const status = await get(url, "/v1/deployment", deploymentStatus);
    expect(status.deploymentId).toBe(world.deployment.deploymentId);
    expect(status.indexedBlock).toBe(Number(await chain.test.getBlockNumber({ cacheTime: 0 })));
    expect(status.indexedAt).toBe(await world.now());
  });

  it("counts the town", async () => {
    const numbers = await get(url, "/v1/stats", stats);
    expect(numbers).toMatchObject({
      members: 5,
      bots: 1,
      skills: 2,
      tasksDone: 2,
      tasksDoneByBots: 1,
      volume: "6000000",
    });
    expect(numbers.tasksOpen).toBe(2);
  });

  it("shows a task from post to paid", async () => {
    const shown = await get(url, `/v1/tasks/${ids.done}`, task);
    expect(shown).toMatchObject({
      state: "Closed",
      outcome: "Accepted",
      paid: "4000000",
      refunded: "0",
      escrow: "0",
      rating: 5,
    });
    expect(shown.worker?.accountId).toBe(ada);
    expect(shown.timeline.map((line) => line.kind)).toEqual([
      "TaskPosted",
      "TaskClaimed",
      "TaskSubmitted",
      "RevisionRequested",
      "TaskSubmitted",
      "TaskClosed",
    ]);
    expect(shown.deliverables.map((d) => d.status)).toEqual(["revised", "accepted"]);
    expect(shown.bodyState).toBe("missing");
  });

  it("shows what a bot earned and who got it, to the unit", async () => {
    const shown = await get(url, `/v1/bots/${botId}`, bot);
    expect(shown).toMatchObject({ delivered: 2, accepted: 1, rejected: 1, earned: "2000000", pending: "0" });
    expect(shown.totals).toEqual({
      total: "2000000",
      compute: "200000",
      upstream: "0",
      creator: "540000",
      commons: "630000",
      pot: "630000",
    });
    const whole = await get(url, "/v1/commons", commons);
    expect(whole.income.bots).toBe("630000");
    expect(whole.pots).toMatchObject([{ amount: "630000" }]);
    const kinds = await statementKinds(botId);
    expect(kinds).toContain("compute");
    expect(await statementKinds(await world.idAt(3))).toContain("creatorShare");
  });

  async function lines(accountId: number) {
    const all = [];
    let cursor = "";
    do {
      const page = await get(
        url,
        `/v1/accounts/${accountId}/statement?limit=2${cursor && `&cursor=${cursor}`}`,
        pageOf(statementLine),
      );
      all.push(...page.items);
      cursor = page.nextCursor ?? "";
    } while (cursor !== "");
    return all;
  }
  const statementKinds = async (accountId: number) => (await lines(accountId)).map((line) => line.kind);

  it("keeps statements whose lines sum to the balance on chain, for everybody", async () => {
    for (const accountId of [1, 2, 3, ada, ben, botId]) {
      const shown = await get(url, `/v1/accounts/${accountId}/credit`, credit);
      const statement = await lines(accountId);
      const sum = statement.reduce((total, line) => total + BigInt(line.amount), 0n);
      expect(sum.toString(), `account ${accountId}`).toBe(shown.stored);
      if (statement[0]) expect(statement[0].balance).toBe(shown.stored);
      const held = await chain.test.readContract({
        address: world.deployment.contracts.Ledger,
        abi: world.abis.Ledger,
        functionName: "accountOf",
        args: [(await get(url, `/v1/accounts/${accountId}`, account)).address as `0x${string}`],
      });
      expect(shown.stored).toBe(held.balance.toString());
    }
  });

  it("names every line for what it was", async () => {
    const mine = await lines(ada);
    expect(mine.map((line) => line.kind).reverse()).toEqual(["wage", "pay", "demurrage", "pay"]);
    expect(mine.at(-1)).toMatchObject({ amount: "4000000", taskId: String(ids.done) });
    expect(mine.at(-2)?.memo).toBe(idOf("thanks"));
    const poster = await lines(1);
    expect(poster.filter((line) => line.kind === "escrow").map((line) => line.taskId)).toContain(
      String(ids.open),
    );
  });

  it("balances to zero over all accounts", async () => {
    const answer = await send(url, "POST", "/graphql", {
      query: "{ balances(limit: 500) { items { balance } } }",
    });
    const { data } = answer.body as { data: { balances: { items: { balance: string }[] } } };
    expect(data.balances.items.length).toBeGreaterThan(5);
    expect(data.balances.items.reduce((sum, row) => sum + BigInt(row.balance), 0n)).toBe(0n);
  });

  it("lists who may move accounts: the wired, the announced, the taken back", async () => {
    const { deployment } = world;
    const asked = async () => {
      const query = "{ operators { items { address activeAt addedAt withdrawnAt core } } }";
      const { data } = (await send(url, "POST", "/graphql", { query })).body as {
        data: { operators: { items: { address: string; activeAt: number | null }[] } };
      };
      return new Map(data.operators.items.map(({ address, ...rest }) => [address, rest]));
    };
    const market = deployment.contracts.TaskMarket.toLowerCase();
    const operator = accountAt(20).address;
    expect((await asked()).get(market)).toMatchObject({ core: true, activeAt: null, withdrawnAt: null });
    await world.act(1, proposeOperator({ deployment, operator }));
    const from = (await world.now()) + 30 * day;
    await caught();
    expect((await asked()).get(operator.toLowerCase())).toMatchObject({ activeAt: from, addedAt: null });
    await world.act(1, withdrawOperator({ deployment, operator }));
    const withdrawnAt = await world.now();
    await caught();
    expect((await asked()).get(operator.toLowerCase())).toMatchObject({ activeAt: null, withdrawnAt });
  });

  it("explains a limit", async () => {
    const shown = await get(url, `/v1/accounts/${ada}/credit`, credit);
    expect(shown.parts.basic).toBe("10000000");
    expect(shown.payers).toBe(1);
    expect(BigInt(shown.available)).toBe(BigInt(shown.balance) + BigInt(shown.limit));
  });

  it("shows income that is there, and who has claimed", async () => {
    const before = await get(url, `/v1/accounts/${ada}/income`, income);
    expect(before.entered).toBe(true);
    expect(BigInt(before.claimable)).toBeGreaterThan(0n);
    await world.act(6, claimIncome({ deployment: world.deployment, accountId: ada }));
    await caught();
    const after = await get(url, `/v1/accounts/${ada}/income`, income);
    expect(after.received).toBe(before.claimable);
    expect((await lines(ada))[0]).toMatchObject({ kind: "income", amount: before.claimable });
  });

  it("shows people, their standing and their account", async () => {
    const shown = await get(url, `/v1/people/${ada}`, person);
    expect(shown.standings).toMatchObject([{ skill: { symbol: "logo" }, done: 1, payers: 1 }]);
    expect(shown.tasksDone).toBe(1);
    expect(shown.averageRating).toBe(5);
    const byAddress = await get(url, `/v1/accounts/${accountAt(6).address}`, account);
    expect(byAddress.accountId).toBe(ada);
    const inSkill = await get(url, `/v1/people?skillId=${logo}`, pageOf(personSummary));
    expect(inSkill.items.map((item) => item.account.accountId)).toEqual([ada]);
    const everyone = await get(url, "/v1/people?limit=2", pageOf(personSummary));
    expect(everyone.items).toHaveLength(2);
    expect(everyone.nextCursor).not.toBeNull();
  });

  it("shows skills as a tree, with a price guide", async () => {
    const all = await get(url, "/v1/skills", skillList);
    expect(all.items).toMatchObject([
      { symbol: "logo", depth: 1, doneTasks: 1 },
      { symbol: "sums", depth: 2, doneByBots: 1, botCount: 1 },
    ]);
    const one = await get(url, `/v1/skills/${sums}`, skill);
    expect(one.path.map((part) => part.symbol)).toEqual(["logo", "sums"]);
    expect(one.botsShare).toBe(1);
    const advice = await get(url, `/v1/skills/${logo}/guide?price=4000000&effort=1`, guide);
    const quoted = await chain.test.readContract({
      address: world.deployment.contracts.TaskMarket,
      abi: world.abis.TaskMarket,
      functionName: "quote",
      args: [logo, 4_000_000n, 1],
    });
    expect([advice.band, advice.lo, advice.hi]).toEqual([...quoted]);
    expect(advice.similar).toEqual({ count: 1, median: "4000000", p25: "4000000", p75: "4000000" });
  });

  it("says what needs whom", async () => {
    const mine = await get(url, "/v1/accounts/1/work", work);
    expect(mine.waiting.map((item) => item.task.taskId)).toContain(String(ids.open));
  });

  it("lists what happened", async () => {
    const page = await get(url, `/v1/accounts/${ada}/activity?limit=3`, pageOf(activityItem));
    expect(page.items).toHaveLength(3);
    const next = await get(
      url,
      `/v1/accounts/${ada}/activity?limit=50&cursor=${page.nextCursor}`,
      pageOf(activityItem),
    );
    const kinds = [...page.items, ...next.items].map((item) => item.kind);
    expect(kinds).toEqual(expect.arrayContaining(["TaskClaimed", "TaskClosed", "Paid", "IncomeClaimed"]));
  });

  it("filters and sorts tasks, and pages without losing or repeating one", async () => {
    const filtered = await get(url, `/v1/tasks?skillId=${sums}&state=Open`, pageOf(taskSummary));
    expect(filtered.items.map((item) => item.taskId)).toEqual([String(ids.refused)]);
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: { items: { taskId: string; price: string }[]; nextCursor: string | null } = await get(
        url,
        `/v1/tasks?sort=-price&limit=1${cursor && `&cursor=${cursor}`}`,
        pageOf(taskSummary),
      );
      seen.push(...page.items.map((item) => item.taskId));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([ids.done, ids.open, ids.byBot, ids.refused].map(String));
  });

  it("feeds a task from the second it may be claimed, and says why", async () => {
    const shown = await get(url, `/v1/tasks/${ids.open}`, task);
    const at = shown.peopleAt;
    const feedAt = (now: number, more = "") =>
      get(url, `/v1/feed?memberId=${ada}&now=${now}${more}`, pageOf(feedItem));
    const idsIn = async (now: number, more?: string) =>
      (await feedAt(now, more)).items.map((item) => item.task.taskId);
    expect(await idsIn(at - 1)).not.toContain(String(ids.open));
    expect(await idsIn(at)).toContain(String(ids.open));
    const soon = await feedAt(at - 1, "&soon=true");
    expect(soon.items.find((item) => item.task.taskId === String(ids.open))?.why).toMatchObject({
      kind: "soon",
      eligibleAt: at,
    });
    const now = await feedAt(at);
    expect(now.items.find((item) => item.task.taskId === String(ids.open))?.why).toMatchObject({
      kind: "matched",
      skillId: logo,
    });
    // Nobody is fed their own task.
    const own = await get(url, `/v1/feed?memberId=1&now=${at}`, pageOf(feedItem));
    expect(own.items.map((item) => item.task.taskId)).not.toContain(String(ids.open));
    const market = await get(url, "/v1/feed", pageOf(feedItem));
    expect(market.items.map((item) => item.task.taskId).sort()).toEqual(
      [ids.open, ids.refused].map(String).sort(),
    );
  });

  it("agrees with the chain about every level's instant", async () => {
    const { eligibility } = await get(url, `/v1/tasks/${ids.open}`, task);
    for (const { level, eligibleAt } of eligibility) {
      const onChain = await chain.test.readContract({
        address: world.deployment.contracts.TaskMarket,
        abi: world.abis.TaskMarket,
        functionName: "eligibleAt",
        args: [ids.open ?? 0n, level],
      });
      expect(eligibleAt).toBe(Number(onChain));
    }
  });

  it("takes a claimed task out of the feed at once, live", async () => {
    await world.untilEligible(ids.open ?? 0n);
    const events: string[] = [];
    const stop = new AbortController();
    const stream = await fetch(`${url}/v1/live?taskId=${ids.open}`, { signal: stop.signal });
    const reading = (async () => {
      for await (const chunk of stream.body ?? []) events.push(new TextDecoder().decode(chunk as Uint8Array));
    })().catch(() => undefined);
    await until("the stream's first word", async () => (events.length > 0 ? true : null));
    await world.claim(7, ids.open ?? 0n);
    await until("the claim on the stream", async () =>
      events.join("").includes('"state":"Claimed"') ? true : null,
    );
    stop.abort();
    await reading;
    const market = await get(url, "/v1/feed", pageOf(feedItem));
    expect(market.items.map((item) => item.task.taskId)).not.toContain(String(ids.open));
    const mine = await get(url, `/v1/accounts/${ben}/work`, work);
    expect(mine.needsMe).toMatchObject([{ act: "deliver", role: "worker", overdue: false }]);
  });

  it("answers unchanged reads with 304, and everybody's pages", async () => {
    const first = await fetch(`${url}/v1/skills`, { headers: { origin: "https://elsewhere.example" } });
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    expect(first.headers.get("x-content-type-options")).toBe("nosniff");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).not.toBe("");
    const second = await fetch(`${url}/v1/skills`, { headers: { "if-none-match": etag } });
    expect(second.status).toBe(304);
  });

  it("describes itself", async () => {
    const doc = (await send(url, "GET", "/openapi.json")).body as {
      openapi: string;
      paths: Record<string, unknown>;
      components: { schemas: Record<string, unknown> };
    };
    expect(doc.openapi).toBe("3.1.0");
    expect(Object.keys(doc.paths).length).toBeGreaterThan(20);
    expect(Object.keys(doc.components.schemas)).toEqual(
      expect.arrayContaining(["Task", "TaskSummary", "FeedItem", "Credit", "Problem"]),
    );
  });

  const refusals: [string, number, string][] = [
    ["/v1/tasks/999", 404, "TaskMarketUnknownTask"],
    ["/v1/tasks/abc", 400, "BadRequest"],
    ["/v1/tasks/18446744073709551615", 404, "TaskMarketUnknownTask"],
    ["/v1/tasks?limit=0", 400, "BadRequest"],
    ["/v1/tasks?limit=1000", 400, "BadRequest"],
    ["/v1/tasks?cursor=!!!", 400, "BadRequest"],
    ["/v1/tasks?cursor=Zm9v", 400, "BadCursor"],
    ["/v1/tasks?state=Nowhere", 400, "BadRequest"],
    ["/v1/tasks?minPrice=-1", 400, "BadRequest"],
    ["/v1/people/4294967296", 400, "BadRequest"],
    ["/v1/people/4000000000", 404, "MembersUnknownAccount"],
    ["/v1/skills/99", 404, "SkillsUnknown"],
    ["/v1/skills/1/guide?price=0&effort=1", 400, "TaskMarketPriceTooLow"],
    [`/v1/skills/1/guide?price=${2n ** 56n}&effort=1`, 400, "TaskMarketPriceTooHigh"],
    ["/v1/skills/1/guide?price=1000000&effort=9", 400, "BadRequest"],
    ["/v1/accounts/0x12/", 404, "RouteUnknown"],
    ["/v1/accounts/0x12", 400, "BadRequest"],
    [`/v1/accounts/${accountAt(29).address}`, 404, "MembersUnknownAccount"],
    ["/v1/bots/1", 404, "BotsUnknown"],
    ["/v1/feed?memberId=x", 400, "BadRequest"],
    ["/v1/nothing", 404, "RouteUnknown"],
    ["/v1/passes", 401, "SessionMissing"],
  ];
  for (const [path, status, code] of refusals) {
    it(`refuses ${path} with a sentence`, async () => {
      const answer = await send(url, "GET", path);
      expect(answer.status).toBe(status);
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
      expect(answer.body.code).toBe(code);
      expect(String(answer.body.detail)).toMatch(/^[^{]{20,}[.]$/);
    });
  }

  it("says beforehand, to the unit, what of a member's income goes back to the commons", async () => {
    const { deployment } = world;
    const incomes = async (ids: number[]) =>
      Promise.all(ids.map((id) => get(url, `/v1/accounts/${id}/income`, income)));
    const nextWeek = async (at: number) => {
      await world.warp(at);
      await world.act(7, openEpoch({ deployment }));
    };
    for (let week = 0; week < 7; week++) await nextWeek((await world.now()) + 7 * day);
    const newcomer = await world.joinAs(9);
    await caught();
    const members = [ada, ben, newcomer];
    const shown = await incomes(members);
    // Ben never took any; Ada took the week in question; the newcomer came too late for any.
    expect(shown.map(({ expiring }) => BigInt(expiring) > 0n)).toEqual([false, true, false]);
    expect(shown[2]).toMatchObject({ entered: true, claimable: "0", expiring: "0" });
    const lost = () =>
      Promise.all(
        members.map(
          async (accountId) => (await readClaimable(chain.test, { deployment, accountId })).expired,
        ),
      );
    const before = await lost();
    await nextWeek(shown[0]?.nextEpochAt ?? 0);
    const after = await lost();
    expect(after.map((sum, i) => sum - (before[i] ?? 0n))).toEqual(
      shown.map(({ expiring }) => BigInt(expiring)),
    );
  });
});
