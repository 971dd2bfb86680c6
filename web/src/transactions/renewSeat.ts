import { renewSeat as renewSeatCall } from "@peercommons/sdk";
import { z } from "zod";
import { defineTransaction } from "./types";

export const renewSeat = defineTransaction({
  parameters: z.object({ accountId: z.int(), state: z.string() }),
  title: () => "Renew your seat",
  act: "Renew",
  items: () => [
    {
      label: "You keep",
      text: "basic credit, your share of the income, your vote and the right to claim tasks",
    },
  ],
  intent: (p) => `renewSeat:${p.accountId}:${p.state}`,
  call: (p, { deployment }) => renewSeatCall({ deployment, accountId: p.accountId }),
  renews: (p) => [["account"], ["person", p.accountId]],
  done: () => ({ sentence: "Your seat is renewed." }),
});
