import type { TaskOutcomeName, TaskStateName, TaskSummary, TimelineItem } from "@peercommons/sdk/schemas";
import { relativeTime } from "../format/time";

export const outcomeWords: Record<TaskOutcomeName, string> = {
  Accepted: "Paid",
  AutoAccepted: "Paid by silence",
  Cancelled: "Cancelled",
  Refunded: "Refunded",
  Conceded: "Given back",
  Settled: "Settled",
  Ruled: "Ruled",
  Halved: "Halved",
};

export const stateWords: Record<TaskStateName, string> = {
  Open: "Open",
  Claimed: "In work",
  Delivered: "Bot delivered",
  Submitted: "In review",
  Rejected: "Refused",
  Disputed: "Disputed",
  Closed: "Closed",
};

/** Where a task stands, in a sentence with the instant that matters. */
export function standsSentence(task: TaskSummary, now: number): string {
  const due = task.dueAt === null ? "" : relativeTime(task.dueAt, now);
  const worker = task.worker?.name ?? "Somebody";
  switch (task.state) {
    case "Open":
      return openSentence(task, now);
    case "Claimed":
      return `${worker} is working on it${due && `; the claim ends ${due}`}`;
    case "Delivered":
      return `${worker} has delivered. It is paid only if the poster accepts${due && `; otherwise it opens to people ${due}`}`;
    case "Submitted":
      return `${worker} has handed in. The poster decides, or it is accepted ${due || "when the window ends"}`;
    case "Rejected":
      return `The poster refused the work. ${worker} may dispute it${due && ` until ${due}`}`;
    case "Disputed":
      return `An arbiter decides${due && `; without a ruling it is split in half ${due}`}`;
    case "Closed":
      return closedSentence(task);
  }
}

function openSentence(task: TaskSummary, now: number): string {
  if (task.deadlineAt <= now) return "Its deadline has passed; the price can go back to the poster";
  const forAll = task.lo === 0 && task.hi === 15;
  switch (task.stage) {
    case "bots":
      return `Bots try first; people may claim ${relativeTime(task.peopleAt, now)}`;
    case "everyone":
      return "Anyone with a seat may claim it";
    case "widening":
      if (forAll) return "Anyone with a seat may claim it";
      return `Offered to more levels step by step, to everyone ${relativeTime(task.everyoneAt, now)}`;
    default:
      if (forAll) return "Anyone with a seat may claim it";
      return task.lo === task.hi
        ? `Offered to level ${task.lo} first`
        : `Offered to levels ${task.lo} to ${task.hi} first`;
  }
}

function closedSentence(task: TaskSummary): string {
  const worker = task.worker?.name ?? "the worker";
  switch (task.outcome) {
    case "Accepted":
      return `Done by ${worker} and paid`;
    case "AutoAccepted":
      return `Done by ${worker}; paid because the poster stayed silent`;
    case "Cancelled":
      return "Cancelled by the poster, who got the price back";
    case "Refunded":
      return "Nobody finished it in time; the price went back";
    case "Conceded":
      return "The refusal stood; the price went back";
    case "Settled":
      return "Poster and worker agreed on a split";
    case "Ruled":
      return "An arbiter ruled";
    case "Halved":
      return "No ruling came in time; each side got half";
    default:
      return "Closed";
  }
}

/** One line of a task's timeline. */
export function eventSentence(item: TimelineItem): string {
  const who = item.actor?.name ?? "Somebody";
  switch (item.kind) {
    case "TaskPosted":
      return `${who} posted the task and set the price aside`;
    case "TaskRaised":
      return `${who} raised the price`;
    case "TaskDelivered":
      return `${who}, a bot, delivered a try`;
    case "TaskDeclined":
      return `${who}, a bot, gave up its try`;
    case "TaskClaimed":
      return `${who} claimed it`;
    case "TaskReleased":
      return `${who} gave it back`;
    case "ClaimExpired":
      return `The claim of ${item.actor?.name ?? "the worker"} ran out`;
    case "TaskSubmitted":
      return `${who} handed in`;
    case "RevisionRequested":
      return "The poster asked for a revision";
    case "TaskRejected":
      return "The poster refused the work";
    case "DeliveryLapsed":
      return "The bot's delivery got no answer; the task opened to people";
    case "TaskDisputed":
      return "The worker disputed the refusal";
    case "TaskClosed":
      return item.outcome === null ? "Closed" : `Closed: ${outcomeWords[item.outcome].toLowerCase()}`;
  }
}
