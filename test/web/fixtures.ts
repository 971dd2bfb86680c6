import type { AccountRef, SkillSummary, StatementLine, TaskDetail } from "@peercommons/sdk/schemas";
import type { TransactionRecord } from "@/transactions/record";

export const ada: AccountRef = { accountId: 1, kind: "Member", name: "Ada", address: `0x${"a1".repeat(20)}` };
export const bruno: AccountRef = {
  accountId: 2,
  kind: "Member",
  name: "Bruno",
  address: `0x${"b2".repeat(20)}`,
};
export const abacus: AccountRef = {
  accountId: 9,
  kind: "Bot",
  name: "Abacus",
  address: `0x${"c9".repeat(20)}`,
};
export const hash = `0x${"ab".repeat(32)}`;

/** A task posted at 1,000,000; people from 1,000,600, everyone from 1,010,000, deadline 1,100,000. */
export function taskWith(change: Partial<TaskDetail>): TaskDetail {
  return {
    taskId: "4294967296",
    title: "A poem about rain",
    skill: { skillId: 3, name: "Poetry", symbol: "poetry" },
    poster: ada,
    worker: null,
    price: "2500000",
    pricePerHour: "2500000",
    effort: 1,
    state: "Open",
    outcome: null,
    stage: "matched",
    band: 2,
    lo: 2,
    hi: 4,
    flags: { humanOnly: false, floor: false, sealed: false, onCredit: false, botsDone: false },
    botTries: 0,
    revisions: 0,
    postedAt: 1_000_000,
    openedAt: 1_000_000,
    changedAt: 1_000_000,
    deadlineAt: 1_100_000,
    peopleAt: 1_000_600,
    everyoneAt: 1_010_000,
    dueAt: null,
    closedAt: null,
    rating: null,
    contentId: hash,
    body: { v: 1, title: "A poem about rain", text: "", deliver: [] },
    bodyState: "public",
    saltHash: null,
    escrow: "2500000",
    paid: null,
    refunded: null,
    charged: null,
    claimHours: 4,
    reviewHours: 72,
    stepSeconds: 1_800,
    posterSealingKey: hash,
    workerSealingKey: hash,
    keys: [],
    word: "1",
    eligibility: [
      { level: 0, eligibleAt: 1_007_800 },
      { level: 3, eligibleAt: 1_000_600 },
    ],
    timeline: [],
    deliverables: [],
    ...change,
  };
}

export function lineWith(change: Partial<StatementLine>): StatementLine {
  return {
    at: 1_000_000,
    kind: "pay",
    amount: "1000000",
    balance: "1000000",
    counterparty: bruno,
    counterpartyAddress: bruno.address,
    taskId: null,
    memo: null,
    block: 5,
    tx: hash,
    ...change,
  };
}

export function recordWith(change: Partial<TransactionRecord>): TransactionRecord {
  return {
    id: "0xa1|join:new",
    kind: "join",
    parameters: { personhood: "WelcomeDesk", seat: "new" },
    title: "Join the town",
    account: ada.address,
    deploymentId: hash,
    phase: "review",
    attempt: 0,
    createdAt: 1,
    changedAt: 1,
    ...change,
  };
}

export function skillWith(change: Partial<SkillSummary>): SkillSummary {
  return {
    skillId: 3,
    parentId: 0,
    depth: 1,
    name: "Poetry",
    symbol: "poetry",
    face: ada.address,
    contentId: null,
    createdAt: 1,
    creator: ada,
    members: 0,
    openTasks: 0,
    doneTasks: 0,
    doneByBots: 0,
    botCount: 0,
    medianPricePerHour: null,
    ...change,
  };
}
