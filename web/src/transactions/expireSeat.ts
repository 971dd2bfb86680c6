import { expireSeat as expireSeatCall } from "@peercommons/sdk";
import { z } from "zod";
import { defineTransaction } from "./types";

export const expireSeat = defineTransaction({
  parameters: z.object({ accountId: z.int(), state: z.string() }),
  title: () => "End a seat whose time is over",
  act: "End the seat",
  items: () => [{ label: "Who may do this", text: "anyone, once the last day of the seat has passed" }],
  intent: (p) => `expireSeat:${p.accountId}:${p.state}`,
  call: (p, { deployment }) => expireSeatCall({ deployment, accountId: p.accountId }),
  renews: (p) => [["account"], ["person", p.accountId]],
  done: () => ({ sentence: "The seat has ended." }),
});
