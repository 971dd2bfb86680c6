import { type Hex, isHex } from "viem";
import { decodeError } from "./decodeError.ts";
import { explainKnown } from "./known.ts";
import { PeerCommonsError } from "./PeerCommonsError.ts";
import { retryableErrors, sentenceOf } from "./sentences.ts";

/** A failure for people. `code` is the contract error's name where there is one. */
export type Explanation = {
  code: string;
  /** what happened, why, and what to do */
  sentence: string;
  args: Readonly<Record<string, unknown>>;
  /** whether the same act may succeed later, unchanged */
  retryable: boolean;
};

/**
 * Says what a failure means: reverts of any contract (through viem, a wallet or a relayer), the sdk's own errors, problem+json
 * of the services, refusals in the wallet, and networks that went away. Never throws.
 * @param options.now unix second, for "in 5 minutes"
 * @example
 * try { await walletClient.writeContract(call) } catch (error) { show(explainError(error).sentence) }
 */
export function explainError(error: unknown, options: { now?: number } = {}): Explanation {
  const now = options.now ?? Math.floor(Date.now() / 1000);
  const chain = causesOf(error);
  for (const link of chain) {
    if (link instanceof PeerCommonsError) {
      return { code: link.code, sentence: link.message, args: link.args, retryable: link.retryable };
    }
  }
  for (const link of chain) {
    const explanation = explainRevert(link, now);
    if (explanation) return explanation;
  }
  for (const link of chain) {
    const explanation = explainKnown(link);
    if (explanation) return explanation;
  }
  return unknown(error);
}

/** The error and what caused it, outermost first. */
function causesOf(error: unknown): object[] {
  const chain: object[] = [];
  let link: unknown = error;
  while (typeof link === "object" && link !== null && !chain.includes(link) && chain.length < 16) {
    chain.push(link);
    link = "cause" in link && link.cause ? link.cause : "error" in link ? link.error : undefined;
  }
  return chain;
}

function explainRevert(link: object, now: number): Explanation | null {
  const data = revertDataOf(link);
  const decoded = data === null ? null : decodeError(data);
  if (decoded === null) return null;
  const { errorName: code, args } = decoded;
  const sentence =
    sentenceOf(code, args, { now }) ?? `The contract refused with ${code}. Check the values, then try again.`;
  return { code, sentence, args, retryable: retryableErrors.has(code) };
}

/** The bytes a call reverted with: viem keeps them in `raw` or `data`, nodes and wallets in `data`, sometimes nested. */
function revertDataOf(link: object): Hex | null {
  for (const key of ["raw", "data"]) {
    let value: unknown = Reflect.get(link, key);
    for (let depth = 0; depth < 3 && typeof value === "object" && value !== null; depth++) {
      value = Reflect.get(value, "data");
    }
    if (typeof value === "string" && isHex(value) && value.length >= 10) return value;
  }
  return null;
}

function unknown(error: unknown): Explanation {
  const text = error instanceof Error ? error.message : typeof error === "string" ? error : "";
  const first = text.split("\n")[0]?.trim().slice(0, 200).replace(/\.$/, "") ?? "";
  return {
    code: "Unknown",
    sentence: `Something went wrong${first ? `: ${first}` : ""}. Try again; if it happens twice, report it with what you did.`,
    args: {},
    retryable: true,
  };
}
