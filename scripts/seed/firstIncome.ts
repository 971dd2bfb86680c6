import { acceptTask, type Deployment, posterOf, readAccountId, readTask } from "@peercommons/sdk";
import { taskMarketAbi } from "@peercommons/sdk/abi";
import { parseEventLogs } from "viem";
import { chainClient } from "../town/chain.ts";
import type { TownConfig } from "../town/config.ts";
import { until } from "../town/processes.ts";
import { Stage, townAccount } from "./actors.ts";
import { botTasks, people } from "./story.ts";

/** The poster of the story's first bot task accepts what the bot handed in: the host, the model and the split at work before anybody looks. */
export async function firstIncome(config: TownConfig, deployment: Deployment): Promise<void> {
  const client = chainClient(config);
  const posterIndex = people.findIndex(({ key }) => key === botTasks[0]?.poster);
  const account = townAccount(posterIndex + 1);
  const posterId = await readAccountId(client, { deployment, owner: account.address });
  const logs = await client.getLogs({ address: deployment.contracts.TaskMarket, fromBlock: 0n });
  const delivered = async () => {
    for (const { args } of parseEventLogs({ abi: taskMarketAbi, eventName: "TaskPosted", logs }).reverse()) {
      if (posterOf(args.taskId) !== posterId) continue;
      if ((await readTask(client, { deployment, taskId: args.taskId })).state === "Delivered")
        return args.taskId;
    }
    return undefined;
  };
  await until("The town's first bot", async () => (await delivered()) !== undefined, 90);
  const taskId = await delivered();
  if (taskId === undefined)
    throw new Error("The bot's work was there and is not any more. Run `npm run reset` and start again.");
  await new Stage(client, deployment, config.urls.rpc).send(
    account,
    acceptTask({ deployment, taskId, rating: 5 }),
  );
}
