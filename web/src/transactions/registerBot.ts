import { registerBot as registerBotCall } from "@peercommons/sdk";
import { address, hash, hex } from "@peercommons/sdk/schemas";
import type { Address, Hex } from "viem";
import { z } from "zod";
import { defineTransaction } from "./types";

const percent = (bps: number): string => `${bps / 100} %`;

export const registerBot = defineTransaction({
  parameters: z.object({
    creatorId: z.int(),
    skillId: z.int(),
    skillSymbol: z.string(),
    name: z.string(),
    operator: address,
    computeBps: z.int().min(0).max(2_000),
    commonsBps: z.int().min(5_000).max(9_000),
    potBps: z.int().min(2_000).max(8_000),
    modelHash: hash,
    sealingKey: hash,
    deadline: z.int(),
    signature: hex,
  }),
  title: (p) => `Register the bot ${p.name}`,
  act: "Register the bot",
  items: (p) => [
    { label: "Name", text: p.name },
    { label: "Serves", text: `#${p.skillSymbol}: it tries its tasks before people do` },
    { label: "Runs at", text: p.operator },
    { label: "Of each price, for computing", text: percent(p.computeBps) },
    { label: "Of the rest, to the commons and the skill", text: percent(p.commonsBps) },
    { label: "Of that, to the skill's pot", text: percent(p.potBps) },
    { label: "Of the rest, to you", text: percent(10_000 - p.commonsBps) },
  ],
  undo: () =>
    "These terms never change. A bot that nobody runs any more does no harm: its tasks go to people.",
  intent: (p) => `bot:${p.skillId}:${p.operator.toLowerCase()}:${p.deadline}`,
  call: (p, { deployment }) =>
    registerBotCall({
      deployment,
      creatorId: p.creatorId,
      operator: p.operator as Address,
      terms: {
        skillId: p.skillId,
        creatorId: p.creatorId,
        computeBps: p.computeBps,
        commonsBps: p.commonsBps,
        potBps: p.potBps,
      },
      modelHash: p.modelHash as Hex,
      sealingKey: p.sealingKey as Hex,
      name: p.name,
      deadline: BigInt(p.deadline),
      operatorSignature: p.signature as Hex,
    }),
  renews: (p) => [["skill", p.skillId], ["skills"], ["bots"], ["people"], ["commons"]],
  done: (p) => ({
    sentence: `${p.name} is registered. Once its host runs, it tries the tasks of #${p.skillSymbol}.`,
    href: `/skills/${p.skillId}`,
    link: "See the skill",
  }),
});
