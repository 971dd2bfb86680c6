import { setSealingKey as setSealingKeyCall } from "@peercommons/sdk";
import { hash } from "@peercommons/sdk/schemas";
import type { Hex } from "viem";
import { zeroHash } from "viem";
import { z } from "zod";
import { defineTransaction } from "./types";

export const setSealingKey = defineTransaction({
  parameters: z.object({ accountId: z.int(), present: z.string(), sealingKey: hash.optional() }),
  title: () => "Set your sealing key",
  act: "Set the key",
  items: () => [
    {
      label: "What it is for",
      text: "work handed in to you is encrypted to it, so that you alone can read it",
    },
    {
      label: "Where it comes from",
      text: "a signature of your wallet; the same wallet always makes the same key",
    },
  ],
  undo: () => "What was sealed to an older key needs the wallet that made that key.",
  intent: (p) => `sealing:${p.accountId}:${p.present}`,
  prepare: async (p, tools) => ({ ...p, sealingKey: await tools.sealingKey() }),
  call: (p, { deployment }) =>
    setSealingKeyCall({
      deployment,
      accountId: p.accountId,
      sealingKey: (p.sealingKey as Hex | undefined) ?? zeroHash,
    }),
  renews: (p) => [["account"], ["person", p.accountId]],
  done: () => ({ sentence: "Work for you will be sealed to this key." }),
});
