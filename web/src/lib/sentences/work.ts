import type { WorkItem } from "@peercommons/sdk/schemas";

type ActName = WorkItem["act"];

/** Headings of the groups on the work page, in the order in which they matter. */
export const actHeadings: Record<ActName, { title: string; note: string }> = {
  review: {
    title: "Look at what was handed in",
    note: "Accept, ask for a revision or refuse. Silence accepts a person's work.",
  },
  share: {
    title: "Share the details",
    note: "Somebody claimed your sealed task and cannot read it before you let them.",
  },
  deliver: { title: "Hand in", note: "You promised these." },
  answerRejection: { title: "Answer a refusal", note: "Dispute it or let it stand; silence lets it stand." },
  collect: { title: "Collect", note: "The poster stayed silent; the pay is yours for the asking." },
  closeExpired: {
    title: "Close what has run out",
    note: "Time is over on these; anyone may close them, and you have an interest.",
  },
  refund: { title: "Take the price back", note: "The deadline passed and nobody finished them." },
  wait: { title: "Waiting for others", note: "Nothing to do for you." },
};

const order = Object.keys(actHeadings) as ActName[];

/** Items by the act they need, most pressing group first, soonest due first within it. */
export function groupWork(items: readonly WorkItem[]): { act: ActName; items: WorkItem[] }[] {
  const due = (item: WorkItem) => item.dueAt ?? Number.POSITIVE_INFINITY;
  return order
    .map((act) => ({ act, items: items.filter((item) => item.act === act).sort((a, b) => due(a) - due(b)) }))
    .filter((group) => group.items.length > 0);
}
