import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { Recent } from "../../../store/cache.ts";
import { Problem } from "../../../store/problem.ts";

type Bucket = { left: number; at: number };
const buckets = new Recent<string, Bucket>(10_000);

/** Counts writes by address, so that one visitor cannot fill the store. */
export const limiter = {
  /** @throws Problem TooManyRequests above `perMinute`, in bursts of as many */
  take(c: Context, what: string, perMinute: number): void {
    const key = `${what} ${visitorOf(c)}`;
    const now = Date.now();
    const bucket = buckets.get(key) ?? { left: perMinute, at: now };
    bucket.left = Math.min(perMinute, bucket.left + ((now - bucket.at) / 60_000) * perMinute);
    bucket.at = now;
    buckets.set(key, bucket);
    if (bucket.left < 1) {
      throw new Problem(
        429,
        "TooManyRequests",
        `More than ${perMinute} writes a minute came from here. Wait a moment, then go on.`,
        {
          retryAfter: Math.ceil(60 / perMinute),
        },
      );
    }
    bucket.left -= 1;
  },
};

function visitorOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    return "unknown";
  }
}
