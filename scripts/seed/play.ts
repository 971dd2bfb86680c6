import {
  acceptTask,
  claimTask,
  parsePeer,
  pay,
  postTask,
  readEligibleAt,
  readStanding,
  submitTask,
  type TaskTerms,
  taskMarketAbi,
} from "@peercommons/sdk";
import { encodeDeliverable, encodeTaskBody } from "@peercommons/sdk/content";
import { seal } from "@peercommons/sdk/sealing";
import { parseEventLogs } from "viem";
import type { TownConfig } from "../town/config.ts";
import type { Stage } from "./actors.ts";
import { putContent } from "./content.ts";
import { actor, type Cast } from "./index.ts";
import type { DoneTask, OpenTask } from "./story.ts";

const humanOnly = 1;

/** A task of the past, from post to payday. */
export async function finish(
  stage: Stage,
  config: TownConfig,
  cast: Cast,
  skillIds: Map<string, number>,
  task: DoneTask,
): Promise<void> {
  const { deployment, client } = stage;
  const poster = actor(cast, task.poster);
  const worker = actor(cast, task.worker);
  const taskId = await post(stage, config, cast, skillIds, {
    ...task,
    days: 5,
    deliver: [],
    humanOnly: true,
  });
  const { level } = await readStanding(client, {
    deployment,
    memberId: worker.accountId,
    skillId: skillIds.get(task.skill) ?? 0,
  });
  const eligible = Number(await readEligibleAt(client, { deployment, taskId, level }));
  await stage.goTo(Math.max(eligible, (await stage.now()) + 1_800));
  await stage.send(worker.account, claimTask({ deployment, taskId, memberId: worker.accountId }));
  await stage.goTo((await stage.now()) + 2_700);
  const envelope = seal({
    bytes: encodeDeliverable({ v: 1, text: task.delivered }),
    recipientPublicKey: poster.sealing.publicKey,
    taskId,
  });
  const deliverableId = await putContent(config.urls.indexer, envelope);
  await stage.send(worker.account, submitTask({ deployment, taskId, deliverableId }));
  await stage.goTo((await stage.now()) + 3_600);
  await stage.send(poster.account, acceptTask({ deployment, taskId, rating: task.rating }));
}

export async function payDues(
  stage: Stage,
  cast: Cast,
  due: { from: string; to: string; amount: string },
): Promise<void> {
  const from = actor(cast, due.from);
  const to = actor(cast, due.to).account.address;
  await stage.send(from.account, pay({ deployment: stage.deployment, to, amount: parsePeer(due.amount) }));
}

/** A task that waits for somebody now. @returns its id */
export function postOpen(
  stage: Stage,
  config: TownConfig,
  cast: Cast,
  skillIds: Map<string, number>,
  task: OpenTask,
): Promise<bigint> {
  return post(stage, config, cast, skillIds, task);
}

async function post(
  stage: Stage,
  config: TownConfig,
  cast: Cast,
  skillIds: Map<string, number>,
  task: OpenTask,
): Promise<bigint> {
  const { deployment } = stage;
  const poster = actor(cast, task.poster);
  const contentId = await putContent(
    config.urls.indexer,
    encodeTaskBody({ v: 1, title: task.title, text: task.text, deliver: task.deliver }),
  );
  const terms: TaskTerms = {
    skillId: skillIds.get(task.skill) ?? 0,
    price: parsePeer(task.price),
    deadlineHour: Math.ceil((await stage.now()) / 3_600) + task.days * 24,
    effort: task.effort,
    claimHours: 0,
    reviewHours: 0,
    flags: task.humanOnly ? humanOnly : 0,
    quotedBand: 255,
  };
  const receipt = await stage.send(
    poster.account,
    postTask({ deployment, posterId: poster.accountId, terms, contentId }),
  );
  const [posted] = parseEventLogs({ abi: taskMarketAbi, eventName: "TaskPosted", logs: receipt.logs });
  if (posted === undefined) throw new Error("the post left no event");
  return posted.args.taskId;
}
