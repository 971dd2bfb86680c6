import type { Call, Deployment, TaskAct } from "@peercommons/sdk";
import type { AccountRef } from "@peercommons/sdk/schemas";
import type { Address, Hex } from "viem";
import type { z } from "zod";

/** One line of a review: who gets what, in names and amounts. */
export type Item = { label: string; text?: string; amount?: string; account?: AccountRef };

/** What a transaction may use while it gets ready. */
export type Tools = {
  deployment: Deployment;
  account: Address;
  /** Unix seconds of the chain's clock. */
  now: () => number;
  /** The account's public sealing key; asks the wallet for a signature the first time. */
  sealingKey: () => Promise<Hex>;
  /** Stores a document under its content id, where the town keeps them. */
  storeContent: (content: {
    contentId: Hex;
    body: string;
    encoding: "utf8" | "base64";
    salt: Hex;
  }) => Promise<void>;
};

/** An act without what only the moment of signing knows: until when, and of a post which task it will be. */
export type ActOf<A extends TaskAct = TaskAct> = A extends { kind: "Post" }
  ? Omit<A, "until" | "taskId">
  : Omit<A, "until">;

/**
 * A write as data. `parameters` is plain JSON, so that it survives a reload; `call` builds the same call from it every time.
 * `intent` names the wish: the same wish gets the same nonce, so a double click or a second tab cannot do it twice.
 */
export type TransactionDefinition<S extends z.ZodType = z.ZodType> = {
  parameters: S;
  title: (p: z.infer<S>) => string;
  /** Label of the one button. */
  act: string;
  items: (p: z.infer<S>) => Item[];
  /** What can be undone afterwards, and how. */
  undo?: (p: z.infer<S>) => string;
  intent: (p: z.infer<S>) => string;
  /** Runs before signing; may ask the wallet, may store content; repeating it changes nothing. */
  prepare?: (p: z.infer<S>, tools: Tools) => Promise<z.infer<S>>;
  call: (p: z.infer<S>, tools: Pick<Tools, "deployment">) => Call;
  /** The same as an act that the task market takes signed, where it does: readable in the wallet, and relayed at a fraction. */
  signed?: (p: z.infer<S>) => ActOf | null;
  /** Query keys that change when it is done. */
  renews: (p: z.infer<S>) => (readonly unknown[])[];
  done: (p: z.infer<S>) => { sentence: string; href?: string; link?: string };
};

/** Keeps the parameters' type while the definition is written. */
export function defineTransaction<S extends z.ZodType>(
  definition: TransactionDefinition<S>,
): TransactionDefinition<S> {
  return definition;
}
