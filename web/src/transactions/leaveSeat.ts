import { leaveSeat as leaveSeatCall } from "@peercommons/sdk";
import { z } from "zod";
import { defineTransaction } from "./types";

export const leaveSeat = defineTransaction({
  parameters: z.object({ accountId: z.int(), state: z.string() }),
  title: () => "Give up your seat",
  act: "Give up the seat",
  items: () => [
    { label: "You lose", text: "basic credit, income, vote and claiming tasks, from now on" },
    { label: "You keep", text: "your money, levels, open tasks, and any debt with its due date" },
  ],
  undo: () => "You can join again with a new personhood check.",
  intent: (p) => `leaveSeat:${p.accountId}:${p.state}`,
  call: (p, { deployment }) => leaveSeatCall({ deployment, accountId: p.accountId }),
  renews: (p) => [["account"], ["person", p.accountId]],
  done: () => ({ sentence: "Your seat is given up." }),
});
