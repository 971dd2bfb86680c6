import type { StatementLine } from "@peercommons/sdk/schemas";

/** What a line of the statement was, in words; `plain` when it needs no explanation of the kind itself. */
export function statementSentence(line: StatementLine): string {
  const incoming = !line.amount.startsWith("-");
  const who = line.counterparty?.name ?? "an unknown address";
  switch (line.kind) {
    case "pay":
      return incoming ? `${who} paid you` : `You paid ${who}`;
    case "escrow":
      return "Set aside for a task you posted";
    case "wage":
      return "Pay for a finished task";
    case "refund":
      return incoming ? "A task's price came back" : "A task's price went back";
    case "demurrage":
      return "Demurrage on money at rest, to the commons";
    case "income":
      return "Basic income from the commons";
    case "botIncome":
      return "A bot's pay arrived for splitting";
    case "compute":
      return "For running a bot";
    case "creatorShare":
      return "Your share as a bot's creator";
    case "commonsShare":
      return "Share of a bot's pay for the commons";
    case "potShare":
      return "Share of a bot's pay for a skill's pot";
    case "epoch":
      return "A week's income was set aside for everyone";
    case "expired":
      return "Income nobody claimed in eight weeks returned";
    case "rotation":
      return "The account moved to another address";
    case "invoice":
      return incoming ? "An invoice of yours was paid" : "You paid an invoice";
    case "broughtIn":
      return "Brought in through the gate";
    case "takenOut":
      return "Taken out through the gate";
    case "other":
      return incoming ? `From ${who}` : `To ${who}`;
  }
}
