import {
  backOrganisation,
  claimIncome,
  createSkill,
  type Deployment,
  join,
  nameBacker,
  openEpoch,
  operateTypedData,
  readAccountId,
  readClaimable,
  refreshLimit,
  registerBot,
  registerOrganisation,
  setProfile,
} from "@peercommons/sdk";
import { encodeNote, encodeProfile } from "@peercommons/sdk/content";
import { type Address, type Hex, parseEther, zeroHash } from "viem";
import { chainClient } from "../town/chain.ts";
import type { TownConfig } from "../town/config.ts";
import { townHostOperators, townModelHash } from "../town/host.ts";
import { type Actor, Stage, sealingKeysOf, townAccount } from "./actors.ts";
import { putContent } from "./content.ts";
import { finish, payDues, postOpen } from "./play.ts";
import { bots, botTasks, done, dues, open, organisation, people, skills } from "./story.ts";

export type SeedOptions = {
  config: TownConfig;
  deployment: Deployment;
  mode: "story" | "bare";
  note: (text: string) => void;
};

const day = 86_400;
const week = 7 * day;

/** Plays the story on a fresh chain whose clock starts in the past, and leaves the clock at the present. */
export async function seedTown({ config, deployment, mode, note }: SeedOptions): Promise<void> {
  const stage = new Stage(chainClient(config), deployment, config.urls.rpc);
  const present = Math.floor(Date.now() / 1_000);
  const cast = await settle(stage, config, note);
  const skillIds = await makeSkills(stage, config, cast);

  if (mode === "story") {
    const events = [
      ...done.map((task) => ({ ago: task.ago, happen: () => finish(stage, config, cast, skillIds, task) })),
      ...dues.map((due) => ({ ago: due.ago, happen: () => payDues(stage, cast, due) })),
    ].sort((a, b) => b.ago - a.ago);
    for (const [index, event] of events.entries()) {
      note(`${index + 1} of ${events.length} events`);
      await stage.goTo(present - event.ago * day);
      await everyWeek(stage, cast);
      await event.happen();
    }
    await stage.goTo(present - 2 * day);
    await everyWeek(stage, cast);
  }
  await registerBots(stage, cast, skillIds);
  // from here on the clock is the machine's, which has gone on while the story was played
  const machine = Math.floor(Date.now() / 1_000);
  await stage.client.request({ method: "evm_setTime" as never, params: [machine] as never });
  await stage.client.mine({ blocks: 1 });
  if (mode === "story")
    for (const task of [...open, ...botTasks]) {
      // where no bot can try, people need not wait for one
      const humanOnly = task.humanOnly || !bots.some((bot) => bot.skill === task.skill);
      await postOpen(stage, config, cast, skillIds, { ...task, humanOnly });
    }
}

export type Cast = Map<string, Actor>;

/** The first people of the story are seated before the deployment is sealed. */
const founderCount = 4;

export function townFounders(): Promise<{ owner: Address; sealingKey: Hex }[]> {
  const founders = people.slice(0, founderCount).map(async (_, index) => {
    const account = townAccount(index + 1);
    return { owner: account.address, sealingKey: (await sealingKeysOf(account)).publicKey };
  });
  return Promise.all(founders);
}

async function settle(stage: Stage, config: TownConfig, note: (text: string) => void): Promise<Cast> {
  const cast: Cast = new Map();
  const all = [...people, organisation];
  for (const [index, person] of all.entries()) {
    note(`${person.name} arrives`);
    const account = townAccount(index + 1);
    const sealing = await sealingKeysOf(account);
    const { deployment, client } = stage;
    const sealingKey = sealing.publicKey;
    if (person === organisation) await stage.send(account, registerOrganisation({ deployment, sealingKey }));
    else if (index >= founderCount) await stage.send(account, join({ deployment, sealingKey }));
    const accountId = await readAccountId(client, { deployment, owner: account.address });
    cast.set(person.key, { key: person.key, name: person.name, account, accountId, sealing });
    const contentId = await putContent(
      config.urls.indexer,
      encodeProfile({ v: 1, name: person.name, about: person.about }),
    );
    await stage.send(account, setProfile({ deployment, accountId, contentId }));
  }
  const library = actor(cast, organisation.key);
  const imani = actor(cast, "imani");
  await stage.send(
    imani.account,
    backOrganisation({
      deployment: stage.deployment,
      memberId: imani.accountId,
      organisationId: library.accountId,
    }),
  );
  await stage.send(
    library.account,
    nameBacker({
      deployment: stage.deployment,
      organisationId: library.accountId,
      memberId: imani.accountId,
    }),
  );
  return cast;
}

async function makeSkills(stage: Stage, config: TownConfig, cast: Cast): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const creator = actor(cast, "ada");
  for (const [index, skill] of skills.entries()) {
    const contentId = await putContent(config.urls.indexer, encodeNote({ v: 1, text: skill.about }));
    const parentId = skill.parent === undefined ? 0 : (ids.get(skill.parent) ?? 0);
    await stage.send(
      creator.account,
      createSkill({
        deployment: stage.deployment,
        creatorId: creator.accountId,
        parentId,
        name: skill.name,
        symbol: skill.symbol,
        contentId,
      }),
    );
    ids.set(skill.symbol, index + 1);
  }
  return ids;
}

async function registerBots(stage: Stage, cast: Cast, skillIds: Map<string, number>): Promise<void> {
  const operators = townHostOperators(bots.length);
  const modelHash: Hex = await townModelHash();
  for (const [index, bot] of bots.entries()) {
    const creator = actor(cast, bot.creator);
    const operator = operators[index];
    if (operator === undefined) throw new Error("the town's host has too few keys");
    // the host pays for its own deliveries
    await stage.client.setBalance({ address: operator.address, value: parseEther("10") });
    const terms = {
      skillId: skillIds.get(bot.skill) ?? 0,
      creatorId: creator.accountId,
      computeBps: bot.computeBps,
      commonsBps: bot.commonsBps,
      potBps: 5_000,
    };
    const { deployment } = stage;
    const deadline = BigInt((await stage.now()) + day);
    const consent = {
      creatorId: creator.accountId,
      skillId: terms.skillId,
      computeBps: terms.computeBps,
      modelHash,
      sealingKey: zeroHash,
      deadline,
    };
    const operatorSignature = await operator.signTypedData(operateTypedData(deployment, consent));
    const call = registerBot({
      deployment,
      creatorId: creator.accountId,
      operator: operator.address,
      terms,
      modelHash,
      name: bot.name,
      deadline,
      operatorSignature,
    });
    await stage.send(creator.account, call);
  }
}

let epoch = 0;

/** Once a week of the story: the income's epoch opens, everybody claims, limits follow the ramp. */
async function everyWeek(stage: Stage, cast: Cast): Promise<void> {
  const { deployment, client } = stage;
  const present = Math.floor((await stage.now()) / week);
  if (present <= epoch) return;
  epoch = present;
  const first = actor(cast, "ada");
  await stage.send(first.account, openEpoch({ deployment })).catch(() => undefined);
  await Promise.all(
    [...cast.values()].map(async ({ account, accountId, key }) => {
      await stage.send(account, refreshLimit({ deployment, accountId }));
      if (key === organisation.key) return;
      const { amount } = await readClaimable(client, { deployment, accountId });
      if (amount > 0n) await stage.send(account, claimIncome({ deployment, accountId }));
    }),
  );
}

export function actor(cast: Cast, key: string): Actor {
  const found = cast.get(key);
  if (found === undefined) throw new Error(`The story speaks of "${key}", who never arrived.`);
  return found;
}
