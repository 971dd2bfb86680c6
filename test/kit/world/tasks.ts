// Tasks in their lanes, disputes, and the copies of accounts' words.
import { decodeEnding, decodeTask } from "@peercommons/sdk";
import type { Told } from "./events.ts";
import { locked } from "./ledger.ts";
import type { Store } from "./store.ts";
import { ownerOf, type World } from "./world.ts";

// As contracts/libraries/TaskLane.sol has it: instants counted from the deadline, and the turn of the lane above them.
const LANES = 16n;
const MAX_COUNTER = 1n << 21n;
/** Above a task's id, where it has a slot of its own. */
export const OWN_SLOT = 1n << 64n;
const CLOSED = 1n;
const EARLIEST = 61n * 86_400n;
const STATE = 226n;
const CHANGED = 112n;
const OPENED = CHANGED + 24n;
const TURN = OPENED + 23n;
const REGION = ((1n << 64n) - 1n) << CHANGED;

const stored = (store: Store, place: bigint) => store.get("tasks", place, "stored");
const isOpen = (word: bigint) => ((word >> STATE) & 7n) !== 0n;
const laneOf = (taskId: bigint) => taskId & 0xffffffff0000000fn;
const counterOf = (taskId: bigint) => taskId & 0xffffffffn;
const turnOf = (taskId: bigint) => counterOf(taskId) / LANES;

/** The lane when the task has it, its own slot otherwise. */
function placeOf(store: Store, taskId: bigint): bigint {
  const word = stored(store, laneOf(taskId));
  const hasLane = isOpen(word) && ((word >> TURN) & 0x1ffffn) === turnOf(taskId);
  return hasLane ? laneOf(taskId) : OWN_SLOT | taskId;
}

/** A task's word as its slot keeps it. */
export function packed(word: bigint, taskId: bigint): bigint {
  const { deadlineHour, changedAt, openedAt } = decodeTask(word);
  const deadline = BigInt(deadlineHour) * 3600n;
  return (
    (word & ~REGION) |
    ((BigInt(changedAt) + EARLIEST - deadline) << CHANGED) |
    ((deadline - BigInt(openedAt)) << OPENED) |
    ((turnOf(taskId) & 0x1ffffn) << TURN)
  );
}

function created(store: Store, taskId: bigint, word: bigint): void {
  const taken = isOpen(stored(store, laneOf(taskId))) || counterOf(taskId) >= MAX_COUNTER;
  store.set(packed(word, taskId), "tasks", taken ? OWN_SLOT | taskId : laneOf(taskId), "stored");
}

export function tellTasks(world: World, { log }: Told<"TaskMarket">): void {
  const { TaskMarket: store } = world.stores;
  const { eventName: name } = log;
  if (name === "ArbiterSet") store.set(log.args.arbiter, "arbiter");
  else if (name === "GovernorSet") store.set(log.args.governor, "governor");
  else if (name === "TaskClosed") {
    const { taskId, ending } = log.args;
    store.set(CLOSED, "tasks", placeOf(store, taskId), "stored");
    store.set(0n, "disputes", taskId);
    world.memory.outcome = decodeEnding(ending).outcome;
  } else if ("task" in log.args) {
    const { taskId, task } = log.args;
    if (name === "TaskPosted") created(store, taskId, task);
    else store.set(packed(task, taskId), "tasks", placeOf(store, taskId), "stored");
    if (name === "TaskPosted" || name === "TaskRaised") locked(world, ownerOf(world, Number(taskId >> 32n)));
    if (name === "TaskDisputed") store.set(log.args.arbiter, "disputes", taskId);
  }
}

/** Where the market copies an account's word, and what may be there: nothing, or a word `Members` had since it last told. */
export function copiesOf(world: World): Map<bigint, readonly bigint[]> {
  const { TaskMarket: store } = world.stores;
  const entries = [...world.memory.accountWords].map(
    ([accountId, words]) => [store.slotOf("accounts", accountId), [0n, ...words]] as const,
  );
  return new Map(entries);
}
