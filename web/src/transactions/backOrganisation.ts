import { backOrganisation as backOrganisationCall } from "@peercommons/sdk";
import { accountRef } from "@peercommons/sdk/schemas";
import { z } from "zod";
import { defineTransaction } from "./types";

/** The member's side; `state` is what was there before, so that the same wish later is another. */
export const backOrganisation = defineTransaction({
  parameters: z.object({ memberId: z.int(), organisation: accountRef.nullable(), state: z.string() }),
  title: (p) =>
    p.organisation ? `Stand behind ${p.organisation.name}` : "Stop standing behind an organisation",
  act: "Do it",
  items: (p) =>
    p.organisation
      ? [
          { label: "Organisation", account: p.organisation },
          { label: "You lend it", text: "your weekly budget of points: its tasks raise levels as yours do" },
          { label: "You do not lend it", text: "money, or your vote" },
          { label: "It counts", text: "once the organisation names you too" },
        ]
      : [{ label: "From now on", text: "its tasks raise nobody's level by your budget" }],
  undo: () => "You can stop at any time.",
  intent: (p) => `back:${p.memberId}:${p.organisation?.accountId ?? 0}:${p.state}`,
  call: (p, { deployment }) =>
    backOrganisationCall({
      deployment,
      memberId: p.memberId,
      organisationId: p.organisation?.accountId ?? 0,
    }),
  renews: () => [["person"]],
  done: (p) => ({
    sentence: p.organisation
      ? `You stand behind ${p.organisation.name}. It counts once it names you too, in its own settings.`
      : "You stand behind no organisation now.",
  }),
});
