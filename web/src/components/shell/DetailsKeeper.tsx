"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useMyId } from "@/hooks/useMe";
import { useSealing } from "@/hooks/useSealing";
import { useShare } from "@/hooks/useShare";
import { useTown } from "@/hooks/useTown";

/** Shares the details of my sealed tasks with whoever claims them, while a page is open and the wallet need not be asked. Renders nothing. */
export function DetailsKeeper() {
  const { queries } = useTown();
  const myId = useMyId();
  const { silent } = useSealing();
  const work = useQuery({ ...queries.work(myId ?? 0), enabled: myId !== undefined && silent });
  const waiting = silent ? (work.data?.needsMe ?? []).filter((item) => item.act === "share") : [];
  return waiting.map(({ task }) => (
    <Sharer key={`${task.taskId} ${task.worker?.accountId}`} taskId={task.taskId} />
  ));
}

/** Tries once a visit; the work page offers the button when that did not go well. */
function Sharer({ taskId }: { taskId: string }) {
  const { share } = useShare(taskId);
  const tried = useRef(false);
  useEffect(() => {
    if (tried.current) return;
    tried.current = true;
    share();
  }, [share]);
  return null;
}
