import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { z } from "zod";
import { privately } from "../../../store/index.ts";
import { Problem } from "../../../store/problem.ts";

/** How long a session lasts, in seconds. */
export const sessionSeconds = 30 * 86_400;

const payload = z.object({ a: z.string().regex(/^0x[0-9a-f]{40}$/), e: z.number().int() });
const secret = Buffer.from(await privately.sessionSecret(), "hex");
const macOf = (text: string) => createHmac("sha256", secret).update(text).digest();

/** A token for an account, good until a time. Nothing is stored: the secret vouches for it. */
export function issueToken(account: string, expiresAt: number): string {
  const text = Buffer.from(JSON.stringify({ a: account.toLowerCase(), e: expiresAt })).toString("base64url");
  return `${text}.${macOf(text).toString("base64url")}`;
}

/** The account a token is for; null when it is not ours or is over. */
export function readToken(token: string, now: number): string | null {
  const [text = "", mac = ""] = token.split(".");
  const given = Buffer.from(mac, "base64url");
  const wanted = macOf(text);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  try {
    const parsed = payload.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return parsed.e > now ? parsed.a : null;
  } catch {
    return null;
  }
}

/** The signed-in account of a request, lower case; null without one. @throws Problem SessionInvalid for a bad token */
export function sessionOf(c: Context): string | null {
  const header = c.req.header("authorization");
  if (header === undefined) return null;
  // A session is a matter of the server's own clock, not of the chain's.
  const account = header.startsWith("Bearer ")
    ? readToken(header.slice(7), Math.floor(Date.now() / 1_000))
    : null;
  if (account === null) {
    throw new Problem(401, "SessionInvalid", "This session is over or not from here. Sign in again.");
  }
  return account;
}

/** The signed-in account. @throws Problem SessionMissing */
export function requireSession(c: Context): string {
  const account = sessionOf(c);
  if (account === null) {
    throw new Problem(
      401,
      "SessionMissing",
      "This is private. Sign in first: POST /v1/sessions, then send the token as a bearer.",
    );
  }
  return account;
}
