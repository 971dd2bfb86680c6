import { nameBacker as nameBackerCall } from "@peercommons/sdk";
import { accountRef } from "@peercommons/sdk/schemas";
import { z } from "zod";
import { defineTransaction } from "./types";

/** The organisation's side; `state` is what was there before, so that the same wish later is another. */
export const nameBacker = defineTransaction({
  parameters: z.object({ organisationId: z.int(), member: accountRef.nullable(), state: z.string() }),
  title: (p) => (p.member ? `Name ${p.member.name} as your backer` : "Name no backer any more"),
  act: "Do it",
  items: (p) =>
    p.member
      ? [
          { label: "Member", account: p.member },
          { label: "You use", text: "their weekly budget of points, so that your tasks raise levels" },
          { label: "It counts", text: "once they say in their settings that they stand behind you" },
        ]
      : [{ label: "From now on", text: "your tasks raise nobody's level" }],
  undo: () => "You can name another member, or nobody, at any time.",
  intent: (p) => `backer:${p.organisationId}:${p.member?.accountId ?? 0}:${p.state}`,
  call: (p, { deployment }) =>
    nameBackerCall({ deployment, organisationId: p.organisationId, memberId: p.member?.accountId ?? 0 }),
  renews: () => [["person"]],
  done: (p) => ({
    sentence: p.member
      ? `You named ${p.member.name}. It counts once they stand behind you too.`
      : "You name no backer now.",
  }),
});
