import { z } from "zod";

/** Money in base units (6 decimals) as a decimal string, because JSON numbers are too small for it. Never negative. */
export const amount = z
  .string()
  .regex(/^\d{1,30}$/, "an amount is a whole number of base units, for instance 2500000 for 2.5 PEER")
  .meta({ description: "PEER in base units (6 decimals)", example: "2500000" });

/** Money with a sign: balances and statement lines. */
export const signedAmount = z
  .string()
  .regex(/^-?\d{1,30}$/, "a signed amount is a whole number of base units, for instance -2500000")
  .meta({ description: "PEER in base units (6 decimals), signed", example: "-2500000" });

export const accountId = z.int().min(0).max(4294967295).meta({ example: 7 });
export const skillId = z.int().min(0).max(16777215).meta({ example: 3 });

/** A task's id is 64 bits wide, so it travels as a decimal string. */
export const taskId = z
  .string()
  .regex(/^\d{1,20}$/, "a task id is a whole number, for instance 30064771072")
  .meta({ example: "30064771072" });

export const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "an address is 0x and 40 hexadecimal digits")
  .meta({ example: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266" });

export const hash = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, "a hash is 0x and 64 hexadecimal digits")
  .meta({ example: `0x${"ab".repeat(32)}` });

export const hex = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2})*$/, "hexadecimal bytes start with 0x and have an even number of digits");

/** Unix seconds of block time. */
export const time = z.int().min(0).meta({ description: "unix seconds, block time", example: 1763640000 });

export const block = z.int().min(0);
export const level = z.int().min(0).max(15);
export const band = z.int().min(0).max(7);

export const accountKind = z.enum(["Member", "Organisation", "Bot", "Contract"]);

/** How an account is shown wherever another thing refers to it. */
export const accountRef = z
  .object({
    accountId,
    kind: accountKind,
    name: z.string().meta({ description: "profile name, or a made-up one such as 'Member 7'" }),
    address,
  })
  .meta({ id: "AccountRef" });

export const skillRef = z
  .object({ skillId, name: z.string(), symbol: z.string().meta({ example: "logo" }) })
  .meta({ id: "SkillRef" });

/** A thing or null. A union, because OpenAPI cannot say "nullable" of a named schema. */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);

/** RFC 9457. `code` is the contract error's name where there is one. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ example: "TaskMarketUnknownTask" }),
    detail: z.string().meta({ description: "what happened, why, and what to do" }),
  })
  .meta({ id: "Problem" });

export const cursor = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-]+$/, "a cursor is the nextCursor of the page before, unchanged");

export const pageQuery = z.object({
  cursor: cursor.optional(),
  limit: z.coerce
    .number()
    .int("limit is a whole number from 1 to 100")
    .min(1, "limit is a whole number from 1 to 100")
    .max(100, "limit is a whole number from 1 to 100")
    .default(25),
});

/** A page of anything. `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export type AccountKindName = z.infer<typeof accountKind>;
export type AccountRef = z.infer<typeof accountRef>;
export type SkillRef = z.infer<typeof skillRef>;
export type Problem = z.infer<typeof problem>;
export type Page<T> = { items: T[]; nextCursor: string | null };
