"use client";

import { settlementTypedData } from "@peercommons/sdk";
import type { TaskDetail } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useSignTypedData } from "wagmi";
import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { useAct } from "@/hooks/useAct";
import { useNow } from "@/hooks/useNow";
import { useTown } from "@/hooks/useTown";
import type { Viewer } from "@/lib/acts";
import { readOffer, signedBy } from "@/lib/settlement";
import { taskPartOf } from "@/lib/taskPart";
import { shareOf } from "@/transactions/settleTask";

/** The other side's offer, when the page was opened by its link. */
export function SettleOffer({ task, viewer }: { task: TaskDetail; viewer: Viewer }) {
  const { town } = useTown();
  const [text] = useQueryState("settle", parseAsString);
  const now = useNow();
  const act = useAct();
  const sign = useSignTypedData();
  const offer = readOffer(text);
  const other =
    viewer === null
      ? null
      : viewer.accountId === task.poster.accountId
        ? task.worker
        : viewer.accountId === task.worker?.accountId
          ? task.poster
          : null;
  const genuine = useQuery({
    queryKey: ["settlement", task.taskId, task.worker?.accountId, text, other?.address],
    queryFn: async () =>
      town.deployment !== null &&
      offer !== null &&
      other !== null &&
      task.worker !== null &&
      signedBy({
        deployment: town.deployment,
        taskId: task.taskId,
        workerId: task.worker.accountId,
        offer,
        address: other.address,
      }),
    enabled: offer !== null && other !== null,
  });
  if (text === null || task.state === "Closed" || task.state === "Open") return null;
  if (offer === null)
    return <Notice tone="bad">This link holds no offer that can be read. Ask for it again.</Notice>;
  if (other === null)
    return (
      <Notice tone="warn">
        This link is an offer between the poster and the worker. Connect the account of one of them to answer
        it.
      </Notice>
    );
  if (genuine.data === false)
    return (
      <Notice tone="bad">
        This offer was not signed by {other.name}, or it is about another task. Do not use it.
      </Notice>
    );
  if (offer.deadline <= now)
    return <Notice tone="warn">This offer has run out. Agree again, and sign a new one.</Notice>;
  const price = BigInt(task.price);
  const worker = shareOf(price, offer.shareBps);
  const agree = async () => {
    if (!town.deployment || !task.worker) return;
    const message = {
      taskId: BigInt(task.taskId),
      workerId: task.worker.accountId,
      shareBps: offer.shareBps,
      deadline: BigInt(offer.deadline),
    };
    const mine = await sign.mutateAsync(settlementTypedData(town.deployment, message));
    const iPost = other.accountId !== task.poster.accountId;
    act("settleTask", {
      task: taskPartOf(task),
      shareBps: offer.shareBps,
      deadline: offer.deadline.toString(),
      posterSignature: iPost ? mine : offer.signature,
      workerSignature: iPost ? offer.signature : mine,
    });
  };
  return (
    <Notice
      tone="good"
      className="mt-4"
      title={`${other.name} offers a split`}
      action={
        <Button
          tone="main"
          disabled={genuine.data !== true || sign.isPending}
          onClick={() => void agree().catch(() => undefined)}
        >
          Sign and close the task
        </Button>
      }
    >
      <Money amount={worker} /> to the worker, <Money amount={price - worker} /> back to the poster.
    </Notice>
  );
}
