import type { ActKind } from "@/lib/acts";

/** What a button says, and what "anyone can do this" explains. */
export const actWords: Record<ActKind, { label: string; note?: string }> = {
  claim: { label: "I will do it" },
  raise: { label: "Raise the price" },
  cancel: { label: "Cancel the task" },
  refund: {
    label: "Send the price back",
    note: "The deadline has passed. Anyone can send the price back to the poster.",
  },
  submit: { label: "Hand in" },
  release: { label: "Give it back" },
  expireClaim: {
    label: "End the claim",
    note: "The claim's time is over. Anyone can open the task for others again.",
  },
  accept: { label: "Accept and pay" },
  requestRevision: { label: "Ask for a revision" },
  reject: { label: "Refuse" },
  autoAccept: {
    label: "Accept by silence",
    note: "The review window has ended without an answer. Anyone can close the task in the worker's favour.",
  },
  lapse: {
    label: "Open it to people",
    note: "The bot's delivery got no answer for a day. Anyone can open the task to people.",
  },
  concede: {
    label: "Let the refusal stand",
    note: "Nobody disputed the refusal in time. Anyone can send the price back.",
  },
  dispute: { label: "Dispute" },
  settle: { label: "Agree on a split" },
  rule: { label: "Rule" },
  halve: { label: "Split in half", note: "No ruling came in seven days. Anyone can give each side half." },
};
