import type { TaskDetail } from "@peercommons/sdk/schemas";

export type ActKind =
  | "claim"
  | "raise"
  | "cancel"
  | "refund"
  | "submit"
  | "release"
  | "expireClaim"
  | "accept"
  | "requestRevision"
  | "reject"
  | "autoAccept"
  | "lapse"
  | "concede"
  | "dispute"
  | "settle"
  | "rule"
  | "halve";

/** Something that could be done with a task. `blocked` says why not now, and `from` when it opens. */
export type Act = { kind: ActKind; main?: boolean; anyone?: boolean; blocked?: string; from?: number };

/** Who looks at it: `level` is their level in the task's skill, `sealable` whether they have a sealing key. Null for somebody without an account. */
export type Viewer = {
  accountId: number;
  seated: boolean;
  level: number;
  address: string;
  sealable: boolean;
} | null;

const MAX_REVISIONS = 2;
const DEFAULT_TRIES = 2;

/** Everything the viewer may do with the task now or soon, the most likely first. The chain has the last word. */
export function actsFor(task: TaskDetail, viewer: Viewer, now: number): Act[] {
  const poster = viewer !== null && viewer.accountId === task.poster.accountId;
  const worker = viewer !== null && task.worker !== null && viewer.accountId === task.worker.accountId;
  const overdue = task.dueAt !== null && task.dueAt <= now;
  const party: Act[] = poster || worker ? [{ kind: "settle" }] : [];
  switch (task.state) {
    case "Open":
      return openActs(task, viewer, poster, now);
    case "Claimed":
      return [
        ...(worker ? ([{ kind: "submit", main: true }, { kind: "release" }] satisfies Act[]) : []),
        ...(overdue ? [anyone("expireClaim")] : []),
        ...party,
      ];
    case "Delivered":
      return [
        ...(poster ? ([{ kind: "accept", main: true }, { kind: "reject" }] satisfies Act[]) : []),
        ...(overdue ? [anyone("lapse")] : []),
      ];
    case "Submitted":
      return [
        ...(poster ? reviewActs(task, overdue) : []),
        ...(overdue ? [anyone("autoAccept")] : []),
        ...party,
      ];
    case "Rejected":
      return [
        ...(worker && !overdue
          ? ([{ kind: "dispute", main: true }, { kind: "concede" }] satisfies Act[])
          : []),
        ...(overdue ? [anyone("concede")] : []),
        ...party,
      ];
    case "Disputed":
      return [
        ...(isArbiter(task, viewer) ? ([{ kind: "rule", main: true }] satisfies Act[]) : []),
        ...(overdue ? [anyone("halve")] : []),
        ...party,
      ];
    case "Closed":
      return [];
  }
}

const anyone = (kind: ActKind): Act => ({ kind, anyone: true });

function openActs(task: TaskDetail, viewer: Viewer, poster: boolean, now: number): Act[] {
  const late = task.deadlineAt <= now;
  const refund = late ? [anyone("refund")] : [];
  if (poster) return late ? [...refund] : [{ kind: "raise" }, { kind: "cancel" }];
  return late ? refund : [claimAct(task, viewer, now)];
}

function claimAct(task: TaskDetail, viewer: Viewer, now: number): Act {
  const claim: Act = { kind: "claim", main: true };
  if (viewer === null) return claim;
  if (!viewer.seated)
    return {
      ...claim,
      blocked: "Only members with a live seat claim tasks. Join, or renew your seat in settings.",
    };
  if (task.flags.sealed && !viewer.sealable)
    return {
      ...claim,
      blocked:
        "Its details are sealed, and there is no key yet to seal them to you. Set your sealing key in settings.",
    };
  const mine = task.eligibility.find((each) => each.level === viewer.level)?.eligibleAt ?? task.everyoneAt;
  if (mine <= now) return claim;
  const bots =
    !task.flags.humanOnly && !task.flags.botsDone && now < task.peopleAt && task.botTries < DEFAULT_TRIES;
  const level = `level ${viewer.level} in #${task.skill.symbol}`;
  return {
    ...claim,
    from: mine,
    blocked: bots
      ? "Bots of the skill try first."
      : `Your ${level} is outside of the levels its price fits; it widens to you step by step.`,
  };
}

function reviewActs(task: TaskDetail, overdue: boolean): Act[] {
  const late = "Your review window has ended, so only accepting is left.";
  const used =
    task.revisions >= MAX_REVISIONS ? "You have asked twice already; now accept or refuse." : undefined;
  return [
    { kind: "accept", main: true },
    { kind: "requestRevision", blocked: overdue ? late : used },
    { kind: "reject", blocked: overdue ? late : undefined },
  ];
}

function isArbiter(task: TaskDetail, viewer: Viewer): boolean {
  const arbiter = task.timeline.findLast((item) => item.kind === "TaskDisputed")?.arbiter;
  return (
    viewer !== null &&
    arbiter !== undefined &&
    arbiter !== null &&
    arbiter.toLowerCase() === viewer.address.toLowerCase()
  );
}
