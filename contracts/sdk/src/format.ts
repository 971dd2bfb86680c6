import { PeerCommonsError } from "./errors/PeerCommonsError.ts";

/**
 * Base units in one PEER.
 * @example
 * parsePeer("3") === 3n * onePeer
 */
export const onePeer = 1_000_000n;
/**
 * Largest price of a task: 2^56 - 1 base units.
 * @example
 * formatPeer(maxPrice) // "72,057,594,037.927935"
 */
export const maxPrice = 2n ** 56n - 1n;

const groups = /\B(?=(\d{3})+$)/g;

/**
 * An amount of base units as people read it, with at least two decimals and no needless ones.
 * @example
 * formatPeer(1_234_500_000n) // "1,234.50"
 * formatPeer(-1n, { unit: true }) // "-0.000001 PEER"
 */
export function formatPeer(amount: bigint, options: { unit?: boolean; sign?: boolean } = {}): string {
  const negative = amount < 0n;
  const units = negative ? -amount : amount;
  const whole = (units / onePeer).toString().replace(groups, ",");
  const decimals = (units % onePeer)
    .toString()
    .padStart(6, "0")
    .replace(/0{1,4}$/, "");
  const sign = negative ? "-" : options.sign && amount > 0n ? "+" : "";
  return `${sign}${whole}.${decimals}${options.unit ? " PEER" : ""}`;
}

/**
 * Reads what somebody typed as an amount of PEER. Accepts a point as decimal mark and commas or spaces between thousands.
 * @throws PeerCommonsError AmountMissing, AmountNotANumber, AmountNegative, AmountZero, AmountTooManyDecimals, AmountTooLarge
 * @example
 * parsePeer("2.5") // 2_500_000n
 */
export function parsePeer(text: string, options: { max?: bigint } = {}): bigint {
  const typed = text.trim();
  if (typed === "")
    throw refuse("AmountMissing", "There is no amount. Type a number, for instance 2.5.", { text });
  const plain = typed.replace(/\s*PEER$/i, "");
  if (/^[-\u2212]/.test(plain) && isNumber(plain.slice(1))) {
    throw refuse("AmountNegative", `${typed} is negative. Type an amount above zero.`, { text });
  }
  if (!isNumber(plain)) {
    throw refuse(
      "AmountNotANumber",
      `"${typed.slice(0, 40)}" is not a number. Type digits and one point, for instance 1250.75.`,
      { text },
    );
  }
  const [whole = "", decimals = ""] = plain.replaceAll(/[,\s]/g, "").split(".");
  if (decimals.replace(/0+$/, "").length > 6) {
    throw refuse(
      "AmountTooManyDecimals",
      `${typed} has more than six decimals, and PEER has six. Round it.`,
      { text },
    );
  }
  const amount = BigInt(whole || "0") * onePeer + BigInt(decimals.slice(0, 6).padEnd(6, "0"));
  if (amount === 0n) throw refuse("AmountZero", "The amount is zero. Type an amount above zero.", { text });
  const max = options.max ?? maxPrice;
  if (amount > max) {
    throw refuse(
      "AmountTooLarge",
      `${typed.slice(0, 40)} is too large: at most ${formatPeer(max)} PEER fit. Type less.`,
      { text, max },
    );
  }
  return amount;
}

/** Digits with at most one point; commas and spaces only between groups of three. */
const isNumber = (text: string): boolean =>
  /^(\d+|\d{1,3}([, \u00a0\u202f]\d{3})+)?(\.\d*)?$/.test(text) && /\d/.test(text);

const spans = [
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/**
 * A length of time in the largest unit that fits, rounded down, with a second unit where it says more.
 * @example
 * formatDuration(9_000) // "2 hours 30 minutes"
 */
export function formatDuration(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds));
  const index = spans.findIndex(([, length]) => total >= length);
  const first = spans[index];
  if (first === undefined) return "0 seconds";
  const second = spans[index + 1];
  const rest = total % first[1];
  const more = second !== undefined && second[1] >= 60 ? Math.floor(rest / second[1]) : 0;
  const head = count(Math.floor(total / first[1]), first[0]);
  return second === undefined || more === 0 ? head : `${head} ${count(more, second[0])}`;
}

/**
 * A moment relative to now, both unix seconds.
 * @example
 * formatRelative(1_000, 4_600) // "1 hour ago"
 */
export function formatRelative(at: number, now: number): string {
  const distance = Math.abs(at - now);
  if (distance < 45) return at > now ? "in a moment" : "just now";
  const [name, length] = spans.find(([, span]) => distance >= span) ?? ["second", 1];
  const words = count(Math.floor(distance / length), name);
  return at > now ? `in ${words}` : `${words} ago`;
}

const count = (n: number, name: string): string => `${n} ${name}${n === 1 ? "" : "s"}`;

const refuse = (code: string, message: string, args: Record<string, unknown>) =>
  new PeerCommonsError({ code, message, args });
