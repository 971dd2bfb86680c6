import { registerOrganisation as registerOrganisationCall } from "@peercommons/sdk";
import { hash } from "@peercommons/sdk/schemas";
import type { Hex } from "viem";
import { z } from "zod";
import { defineTransaction } from "./types";

export const registerOrganisation = defineTransaction({
  parameters: z.object({ sealingKey: hash.optional() }),
  title: () => "Register an organisation",
  act: "Register",
  items: () => [
    { label: "You get", text: "an account that posts tasks and receives work" },
    { label: "Without", text: "a seat, basic credit, income or a vote: those are for people" },
  ],
  undo: () => "An address that is an organisation stays one.",
  intent: () => "organisation",
  prepare: async (p, tools) => ({ ...p, sealingKey: p.sealingKey ?? (await tools.sealingKey()) }),
  call: (p, { deployment }) =>
    registerOrganisationCall({ deployment, sealingKey: p.sealingKey as Hex | undefined }),
  renews: () => [["account"], ["people"], ["stats"]],
  done: () => ({
    sentence: "The organisation is registered. Give it a name.",
    href: "/settings",
    link: "Choose a name",
  }),
});
