import { z } from "zod";
import { accountId, address, hash, hex, taskId, time } from "./common.ts";

/** POST /v1/sessions: typed data `Session(address account,bytes32 deploymentId,uint256 issuedAt)`, signed by the account. */
export const sessionRequest = z
  .object({ account: address, deploymentId: hash, issuedAt: time, signature: hex })
  .meta({ id: "SessionRequest" });

export const session = z
  .object({ token: z.string(), account: address, accountId: accountId.nullable(), expiresAt: time })
  .meta({ id: "Session" });

/** A task somebody does not want to see again. Private. */
export const pass = z.object({ taskId }).meta({ id: "Pass" });
export const passList = z.object({ items: z.array(z.object({ taskId, at: time })) }).meta({ id: "PassList" });

/** Largest draft, in characters of its JSON. */
export const maxDraftLength = 40_000;

export const draftKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, "a draft's key is 1 to 64 of a-z, 0-9, dot, dash and underscore");
export const draftPut = z.object({ value: z.unknown() }).meta({ id: "DraftPut" });
export const draft = z.object({ key: draftKey, value: z.unknown(), changedAt: time }).meta({ id: "Draft" });
export const draftList = z
  .object({ items: z.array(z.object({ key: draftKey, changedAt: time })) })
  .meta({ id: "DraftList" });

export type SessionRequest = z.infer<typeof sessionRequest>;
export type Session = z.infer<typeof session>;
export type Draft = z.infer<typeof draft>;
