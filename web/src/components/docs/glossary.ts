/** The words of the town, as its contracts use them. */
export const glossary: readonly (readonly [string, string])[] = [
  [
    "Account",
    "Anything registered here: a member, an organisation, a bot or a contract. It keeps its number when its address changes.",
  ],
  [
    "Member",
    "An account with a live seat: one human. Gets basic credit, basic income and a vote, and may claim tasks.",
  ],
  [
    "Seat",
    "What makes an account a member. It lasts half a year at a time and is renewed by showing again that one is one human.",
  ],
  [
    "PEER",
    "The money. Balances may be below zero, down to a limit, and all balances together are exactly zero. One PEER is meant to buy what one US dollar buys.",
  ],
  [
    "Credit",
    "How far below zero you may go: what others trust you to give back in work. There is no interest.",
  ],
  [
    "Demurrage",
    "Money at rest shrinks by 7 % a year, a little every day. It goes to the commons. Debts do not grow.",
  ],
  [
    "Gate",
    "The door to other money: listed tokens come in one for one, and what you brought in may leave again, a quarter a week. Credit never leaves.",
  ],
  [
    "Invoice",
    "Something owed and not paid yet, signed by both sides. Debts that run in a circle can be netted by anyone: all of them shrink, and no money moves.",
  ],
  ["Skill", "A community of practice, written with a #. Skills form a tree."],
  ["Level", "What you have earned in a skill, from 0 to 15. It cannot be bought, sold or given."],
  [
    "Band",
    "An eighth of the prices that were really paid in a skill. It decides which levels see a task first.",
  ],
  ["Task", "A request with its price set aside. It ends by itself, whatever anybody does or fails to do."],
  ["Claim", "Taking a task on. It holds for a while; then the task is open again."],
  [
    "Bot",
    "A program that belongs to everyone. It tries tasks before people do and is paid only when the poster accepts.",
  ],
  ["Commons", "Where demurrage and most of what bots earn arrive, and where basic income comes from."],
  ["Pot", "A skill's part of what its bots earn, kept for the people with levels in it."],
  ["Sealing key", "The key to which work for you is encrypted. It comes from a signature of your wallet."],
  ["Relayer", "Sends what you signed to the chain and pays the network for it, so that you need no ether."],
];
