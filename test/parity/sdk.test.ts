// The sdk against the contracts themselves: its calls, signatures, reads and words, on a town that really runs.
import { readdirSync } from "node:fs";
import * as sdk from "@peercommons/sdk";
import { contentIdOf, encodeTaskBody, newSalt } from "@peercommons/sdk/content";
import { open, seal, sealingKeysFromSeed } from "@peercommons/sdk/sealing";
import { expect } from "chai";
import { type Hex, parseEventLogs, zeroHash } from "viem";
import { deploymentOf } from "../kit/deployment.ts";
import {
  contentId,
  DAY,
  deployTown,
  HOUR,
  networkHelpers,
  now,
  type Person,
  skip,
  type Town,
  warp,
} from "../kit/fixture.ts";

const poster = (town: Town) => town.founders[0];
const body = encodeTaskBody({ v: 1, title: "A logo", text: "For a bakery.", deliver: ["an SVG"] });

async function sdkTown() {
  const town = await deployTown();
  const deployment = await deploymentOf(town);
  const skillId = await town.createSkill("logo");
  const worker = await town.join();
  const client = town.publicClient;
  let key = 0n;

  /** Signs the call as the person, and sends it as the relayer. */
  async function relay(person: Person, call: sdk.Call) {
    key++;
    const sequence = await sdk.readForwarderNonce(client, { deployment, owner: person.address, key });
    const signed = await sdk.signForwardRequest({
      deployment,
      call,
      nonce: sdk.nonceOf({ key, sequence: BigInt.asUintN(64, sequence) }),
      deadline: (await now()) + HOUR,
      walletClient: person.wallet,
    });
    const hash = await town.forwarder.write.execute([{ ...signed.request, signature: signed.signature }], {
      account: town.relayer.account,
    });
    return client.getTransactionReceipt({ hash });
  }

  /** Sends the call as the person. */
  const send = async (person: Person, call: sdk.Call) =>
    person.wallet.writeContract({ ...call, account: person.wallet.account, chain: null });

  /** What the sdk says when the call is refused. */
  async function refusal(person: Person, call: sdk.Call) {
    try {
      await client.simulateContract({ ...call, account: person.wallet.account });
    } catch (error) {
      return sdk.explainError(error, { now: await now() });
    }
    throw new Error(`${call.functionName} was not refused`);
  }

  async function postTask(terms: Partial<sdk.TaskTerms> = {}) {
    const locks = (await sdk.readLedgerAccount(client, { deployment, address: poster(town).address })).locks;
    const taskId = sdk.taskIdOf(poster(town).id, locks);
    const full = sdk.taskTerms({
      skillId,
      price: 4n * sdk.onePeer,
      effort: 1,
      deadlineAt: (await now()) + 7 * DAY,
    });
    const call = sdk.postTask({
      deployment,
      posterId: poster(town).id,
      terms: { ...full, flags: sdk.TaskFlags.HUMAN_ONLY, ...terms },
      contentId: contentIdOf(body, newSalt()),
    });
    const receipt = await relay(poster(town), call);
    return { taskId, receipt };
  }

  return { town, deployment, client, skillId, worker, relay, send, refusal, postTask };
}

const load = () => networkHelpers.loadFixture(sdkTown);

describe("the sdk on the real contracts", () => {
  it("accepts the deployment it was made for", async () => {
    const { deployment, client } = await load();
    await sdk.checkDeployment(client, deployment);
  });

  describe("a whole task, relayed", () => {
    it("goes from post to paid, with words that the events, the storage and the sdk agree on", async () => {
      const { town, deployment, client, worker, relay, postTask, skillId } = await load();
      const { taskId, receipt } = await postTask();
      const [posted] = parseEventLogs({
        abi: sdk.taskMarketAbi,
        eventName: "TaskPosted",
        logs: receipt.logs,
      });
      expect(posted?.args.taskId).to.equal(taskId);
      const task = sdk.decodeTask(posted?.args.task ?? 0n);
      expect(task).to.deep.equal(await sdk.readTask(client, { deployment, taskId }));
      expect(sdk.encodeTask(task)).to.equal(posted?.args.task);
      expect(task).to.include({ state: "Open", price: 4_000_000n, skillId });

      await relay(worker, sdk.claimTask({ deployment, taskId, memberId: worker.id }));
      await relay(worker, sdk.submitTask({ deployment, taskId, deliverableId: contentId("work") }));
      expect((await sdk.readTask(client, { deployment, taskId })).state).to.equal("Submitted");
      const done = await relay(poster(town), sdk.acceptTask({ deployment, taskId, rating: 5 }));

      expect((await sdk.readTask(client, { deployment, taskId })).state).to.equal("None");
      expect(await sdk.readBalance(client, { deployment, address: worker.address })).to.equal(4_000_000n);
      const [outcome] = parseEventLogs({ abi: sdk.levelsAbi, eventName: "OutcomeRecorded", logs: done.logs });
      const standing = await sdk.readStanding(client, { deployment, memberId: worker.id, skillId });
      expect(sdk.decodeStanding(outcome?.args.standing ?? 0n)).to.deep.equal(standing);
      const expected = sdk.recordOutcome(
        { ...sdk.newStanding, inHand: 1 },
        {
          kind: "accepted",
          price: task.price,
          payerId: poster(town).id,
          trust: 4,
          budgetLeft: sdk.issuingBudget,
          unattended: false,
          band: task.band,
          today: sdk.dayOf(await now()),
        },
      );
      expect(standing).to.deep.equal(expected.standing);
      expect(await sdk.readHistogram(client, { deployment, skillId })).to.deep.equal([
        0,
        1,
        ...Array(14).fill(0),
      ]);
      const word = await sdk.readSkillWord(client, { deployment, skillId });
      const lesson = sdk.learnPrice({
        octiles: sdk.startOctiles,
        count: 0,
        unitPrice: sdk.unitPriceOf(task.price, 1),
      });
      expect(word).to.deep.include(lesson);
    });

    it("pushes on what anyone may push: limits and income", async () => {
      const { town, deployment, client, worker, relay } = await load();
      await relay(worker, sdk.refreshLimit({ deployment, accountId: worker.id }));
      await town.pay(poster(town), worker.address, 9_000_000n);
      await skip(400 * DAY);
      await town.pay(worker, poster(town).address, 1_000_000n);
      await relay(worker, sdk.openEpoch({ deployment }));
      const accountId = poster(town).id;
      const { amount } = await sdk.readClaimable(client, { deployment, accountId });
      expect(amount > 0n).to.equal(true);
      await relay(worker, sdk.claimIncome({ deployment, accountId }));
      expect((await sdk.readClaimable(client, { deployment, accountId })).amount).to.equal(0n);
    });

    it("seals the work so that the poster alone reads it", async () => {
      const { town, deployment, client, relay, postTask } = await load();
      const keys = sealingKeysFromSeed(new Uint8Array(32).fill(9));
      const receipt = await relay(
        poster(town),
        sdk.setSealingKey({ deployment, accountId: poster(town).id, sealingKey: keys.publicKey }),
      );
      const [event] = parseEventLogs({ abi: sdk.membersAbi, eventName: "SealingKeySet", logs: receipt.logs });
      const { taskId } = await postTask();
      const envelope = seal({ bytes: body, recipientPublicKey: event?.args.sealingKey ?? zeroHash, taskId });
      expect(open({ envelope, privateKey: keys.privateKey, taskId })).to.deep.equal(body);
      expect((await sdk.readAccount(client, { deployment, accountId: poster(town).id })).kind).to.equal(
        "Member",
      );
    });
  });

  describe("signatures", () => {
    it("pay by signature, permit and spend", async () => {
      const { town, deployment, client, send, worker } = await load();
      const from = poster(town);
      const deadline = BigInt((await now()) + HOUR);
      const pay = {
        from: from.address,
        to: worker.address,
        amount: 3_000_000n,
        memo: contentId("lunch"),
        nonce: 7n << 64n,
        deadline,
      };
      const signature = await from.wallet.signTypedData(sdk.payTypedData(deployment, pay));
      await send(worker, sdk.payBySig({ deployment, ...pay, signature }));
      expect(await sdk.readBalance(client, { deployment, address: worker.address })).to.equal(3_000_000n);

      const permit = { owner: worker.address, spender: from.address, value: 1_000_000n, nonce: 0n, deadline };
      const permission = await worker.wallet.signTypedData(sdk.permitTypedData(deployment, permit));
      await send(
        from,
        sdk.permitPeer({
          deployment,
          owner: worker.address,
          spender: from.address,
          amount: 1_000_000n,
          deadline,
          signature: permission,
        }),
      );
      await send(
        from,
        sdk.transferPeerFrom({ deployment, from: worker.address, to: from.address, amount: 1_000_000n }),
      );
      expect(await sdk.readBalance(client, { deployment, address: worker.address })).to.equal(2_000_000n);
    });

    it("settle a task by both, and rotate an account to a new key", async () => {
      const { town, deployment, client, relay, send, worker, postTask } = await load();
      const { taskId } = await postTask();
      await relay(worker, sdk.claimTask({ deployment, taskId, memberId: worker.id }));
      const deadline = BigInt((await now()) + HOUR);
      const terms = sdk.settlementTypedData(deployment, {
        taskId,
        workerId: worker.id,
        shareBps: 2_500,
        deadline,
      });
      const [posterSignature, workerSignature] = await Promise.all([
        poster(town).wallet.signTypedData(terms),
        worker.wallet.signTypedData(terms),
      ]);
      await send(
        worker,
        sdk.settleTask({ deployment, taskId, shareBps: 2_500, deadline, posterSignature, workerSignature }),
      );
      expect(await sdk.readBalance(client, { deployment, address: worker.address })).to.equal(1_000_000n);

      const wallet = town.newWallet();
      const newOwner = wallet.account.address;
      const signature = await wallet.signTypedData(
        sdk.rotateTypedData(deployment, { accountId: worker.id, newOwner, deadline }),
      );
      await relay(
        worker,
        sdk.rotateAccount({ deployment, accountId: worker.id, newOwner, deadline, signature }),
      );
      expect(await sdk.readAccountId(client, { deployment, owner: newOwner })).to.equal(worker.id);
      expect(await sdk.readBalance(client, { deployment, address: newOwner })).to.equal(1_000_000n);
    });

    it("register a bot with its operator's consent", async () => {
      const { town, deployment, client, relay, skillId } = await load();
      const operator = town.newWallet();
      const deadline = BigInt((await now()) + HOUR);
      const terms = {
        skillId,
        creatorId: poster(town).id,
        computeBps: 1_000,
        commonsBps: 7_000,
        potBps: 5_000,
      };
      const modelHash: Hex = contentId("model");
      const consent = { ...terms, modelHash, sealingKey: zeroHash, deadline };
      const operatorSignature = await operator.signTypedData(sdk.operateTypedData(deployment, consent));
      await relay(
        poster(town),
        sdk.registerBot({
          deployment,
          creatorId: poster(town).id,
          operator: operator.account.address,
          terms,
          modelHash,
          name: "adder",
          deadline,
          operatorSignature,
        }),
      );
      const botId = await sdk.readAccountId(client, { deployment, owner: operator.account.address });
      expect(await sdk.readBot(client, { deployment, botId })).to.deep.equal(terms);
      expect((await sdk.readAccount(client, { deployment, accountId: botId })).kind).to.equal("Bot");
    });
  });

  describe("the same rule", () => {
    it("gives the chain's instants for every level", async () => {
      const { deployment, client, postTask } = await load();
      for (const flags of [0, sdk.TaskFlags.HUMAN_ONLY, sdk.TaskFlags.FLOOR]) {
        const { taskId } = await postTask({ flags, price: sdk.onePeer });
        const task = await sdk.readTask(client, { deployment, taskId });
        const { levels } = sdk.eligibilityInstants(task);
        for (const [level, at] of levels.entries()) {
          expect(await sdk.readEligibleAt(client, { deployment, taskId, level })).to.equal(BigInt(at));
        }
      }
    });

    it("gives the chain's quote", async () => {
      const { deployment, client, skillId } = await load();
      for (const [price, effort] of [
        [100_000n, 0],
        [3_000_000n, 1],
        [9_000_000_000n, 4],
        [sdk.maxPrice, 2],
      ] as const) {
        const quote = await sdk.readQuote(client, { deployment, skillId, price, effort });
        expect(quote).to.deep.equal({
          band: sdk.bandOf(sdk.unitPriceOf(price, effort), sdk.startOctiles),
          lo: 0,
          hi: 15,
        });
      }
    });

    it("gives the ledger's demurrage and the basic ramp", async () => {
      const { town, deployment, client, worker, send } = await load();
      await send(poster(town), sdk.pay({ deployment, to: worker.address, amount: 8_765_432n }));
      const { dailyRate } = await sdk.readRate(client, { deployment });
      expect(dailyRate).to.equal(sdk.dailyRateOf(700));
      for (const days of [1, 30, 365]) {
        await skip(days * DAY);
        const { balance, checkpoint } = await sdk.readLedgerAccount(client, {
          deployment,
          address: worker.address,
        });
        const { exponent } = await sdk.readRate(client, { deployment });
        const due = sdk.demurrageOf(balance, exponent - checkpoint);
        expect(await sdk.readBalance(client, { deployment, address: worker.address })).to.equal(
          balance - due,
        );
      }
      const { basic } = await sdk.readLimit(client, { deployment, accountId: (await town.join()).id });
      expect(basic).to.equal(sdk.basicLimit({ rampSinceDay: 0, today: sdk.dayOf(await now()) }));
    });
  });

  it("reads everything that has a read", async () => {
    const { town, deployment, client, skillId, postTask } = await load();
    const { taskId } = await postTask();
    const botId = (await town.registerBot(skillId)).id;
    const id = poster(town).id;
    const parameters = {
      ...{ deployment, taskId, skillId, botId, accountId: id, memberId: id, payerId: id, level: 0 },
      ...{
        address: poster(town).address,
        owner: poster(town).address,
        price: sdk.onePeer,
        effort: 1,
        symbol: "logo",
        obligationId: sdk.obligationIdOf({ creditorId: id, number: 1 }),
        token: town.playDollar.address,
      },
    };
    const folder = new URL("../../contracts/sdk/src/reads/", import.meta.url);
    const reads = readdirSync(folder).map((file) => {
      const name = file.replace(".ts", "");
      return [name, Reflect.get(sdk, name)] as const;
    });
    expect(reads).to.have.length.above(25);
    for (const [name, read] of reads) {
      const value: unknown = await Reflect.apply(read as () => unknown, undefined, [client, parameters]);
      const fields = typeof value === "object" && value !== null ? Object.entries(value) : [[name, value]];
      for (const [field, one] of fields) expect(one, `${name} ${field}`).to.not.equal(undefined);
    }
    expect(await sdk.readSkillBySymbol(client, { deployment, symbol: "logo" })).to.equal(skillId);
    expect(await sdk.readIsSeated(client, { deployment, accountId: id })).to.equal(true);
    expect(await sdk.readTrust(client, { deployment, payerId: id })).to.deep.equal({
      quarters: 4,
      budgetLeft: sdk.issuingBudget,
    });
    expect(await sdk.readAvailable(client, { deployment, address: poster(town).address })).to.equal(
      6_000_000n,
    );
  });

  describe("refusals become sentences", () => {
    it("says what a call was refused for, with its values", async () => {
      const { town, deployment, worker, refusal, postTask, relay, skillId } = await load();
      const { taskId } = await postTask({ flags: 0 });
      const early = await refusal(worker, sdk.claimTask({ deployment, taskId, memberId: worker.id }));
      expect(early).to.include({ code: "TaskMarketNotEligible", retryable: true });
      expect(early.sentence).to.match(/reaches your level 0 in (9 minutes|10 minutes)/);

      const own = await refusal(
        poster(town),
        sdk.claimTask({ deployment, taskId, memberId: poster(town).id }),
      );
      expect(own.code).to.equal("TaskMarketOwnTask");
      const much = await refusal(
        worker,
        sdk.pay({ deployment, to: poster(town).address, amount: 900_000_000n }),
      );
      expect(much.sentence).to.equal(
        "This needs 900.00 PEER, and 10.00 PEER can be spent now. Spend less, or earn 890.00 PEER first.",
      );

      const deadlineAt = await now();
      const terms = sdk.taskTerms({ skillId, price: 1n, effort: 1, deadlineAt: deadlineAt + DAY });
      const post = (changes: Partial<sdk.TaskTerms>) =>
        refusal(
          worker,
          sdk.postTask({
            deployment,
            posterId: worker.id,
            terms: { ...terms, ...changes },
            contentId: contentId("x"),
          }),
        );
      expect((await post({})).code).to.equal("TaskMarketPriceTooLow");
      expect((await post({ price: sdk.onePeer, deadlineHour: 5 })).code).to.equal("TaskMarketDeadlinePassed");
      expect((await post({ price: sdk.onePeer, quotedBand: 7 })).code).to.equal("TaskMarketQuoteStale");
      expect((await post({ price: sdk.onePeer, reviewHours: 500 })).sentence).to.match(
        /^Review hours is 500/,
      );

      await warp(Number(await town.taskMarket.read.eligibleAt([taskId, 0])));
      await relay(worker, sdk.claimTask({ deployment, taskId, memberId: worker.id }));
      const twice = await refusal(worker, sdk.claimTask({ deployment, taskId, memberId: worker.id }));
      expect(twice.sentence).to.contain("is claimed by somebody");
    });

    it("says it of relayed requests too: expired, forged, replayed, hopeless", async () => {
      const { town, deployment, client, worker } = await load();
      const call = sdk.leaveSeat({ deployment, accountId: poster(town).id });
      const sign = async (deadline: number) =>
        sdk.signForwardRequest({ deployment, call, nonce: 0n, deadline, walletClient: worker.wallet });
      const execute = async (signed: sdk.SignedForwardRequest) => {
        try {
          const request = { ...signed.request, signature: signed.signature };
          await client.simulateContract({
            address: town.forwarder.address,
            abi: sdk.forwarderAbi,
            functionName: "execute",
            args: [request],
            account: town.relayer.account,
          });
          return "accepted";
        } catch (error) {
          return sdk.explainError(error).code;
        }
      };
      const good = await sign((await now()) + HOUR);
      expect(await execute(await sign((await now()) - HOUR))).to.equal("ForwarderExpired");
      expect(await execute({ ...good, request: { ...good.request, from: poster(town).address } })).to.equal(
        "ForwarderBadSignature",
      );
      expect(await execute({ ...good, request: { ...good.request, nonce: 5n } })).to.equal(
        "ForwarderBadSignature",
      );
      expect(await execute(good)).to.equal("MembersNotOwner");
    });
  });
});
