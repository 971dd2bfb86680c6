import type { Explanation } from "./explainError.ts";

type Entry = readonly [code: string, sentence: string, retryable: boolean];

const rejected: Entry = [
  "WalletRejected",
  "You declined in your wallet, so nothing was sent. Start again whenever you like.",
  true,
];
const unreachable: Entry = [
  "NetworkUnreachable",
  "The service could not be reached. Check your connection; nothing was lost, try again in a moment.",
  true,
];
const slow: Entry = [
  "NetworkTimeout",
  "The service took too long to answer. Nothing is lost: reload to see whether it went through, then try again.",
  true,
];
const wrongChain: Entry = [
  "WalletWrongChain",
  "Your wallet is on another chain. Switch it to the town's chain, then try again.",
  true,
];

/** EIP-1193 and JSON-RPC codes that wallets and nodes answer with. */
const byNumber: Readonly<Record<number, Entry>> = {
  4001: rejected,
  5000: rejected,
  4100: ["WalletNotConnected", "Your wallet has not allowed this account here. Connect it again.", true],
  4200: ["WalletCannot", "Your wallet cannot do this. Use another wallet, or a throw-away account.", false],
  4900: ["WalletDisconnected", "Your wallet is offline. Check its connection, then try again.", true],
  4901: [
    "WalletDisconnected",
    "Your wallet is not connected to the town's chain. Check its network, then try again.",
    true,
  ],
  4902: ["WalletUnknownChain", "Your wallet does not know the town's chain. Add it, then try again.", true],
  [-32002]: ["WalletBusy", "Your wallet has a question open already. Answer it there first.", true],
  [-32005]: ["TooManyRequests", "The node is asked too much at the moment. Try again in a minute.", true],
};

/** Errors by class name, which survives where `instanceof` does not: two copies of a library, workers, wallets' own errors. */
const byName: Readonly<Record<string, Entry>> = {
  UserRejectedRequestError: rejected,
  ChainMismatchError: wrongChain,
  SwitchChainError: wrongChain,
  ContractFunctionZeroDataError: [
    "NoContract",
    "There is no such contract on this chain. Check that your wallet is on the town's chain.",
    false,
  ],
  InsufficientFundsError: [
    "NoEther",
    "This account has no ether for the transaction's fee. Send it through the relayer instead, which pays.",
    false,
  ],
  NonceTooLowError: [
    "TransactionReplaced",
    "Another transaction of yours was faster. Reload to see what happened, then try again.",
    true,
  ],
  NonceTooHighError: [
    "TransactionEarly",
    "An earlier transaction of yours is still waiting. Try again when it is through.",
    true,
  ],
  FeeCapTooLowError: ["FeeTooLow", "The offered fee is below what the chain asks now. Try again.", true],
  WaitForTransactionReceiptTimeoutError: slow,
  TimeoutError: slow,
  HttpRequestError: unreachable,
  WebSocketRequestError: unreachable,
  SocketClosedError: unreachable,
  AbortError: ["Cancelled", "This was cancelled before it ended. Start again whenever you like.", true],
};

/** Explains one link of an error's causes when it is none of a contract's: wallet, node, service, network, input. */
export function explainKnown(link: object): Explanation | null {
  const code: unknown = Reflect.get(link, "code");
  const name: unknown = Reflect.get(link, "name");
  const entry =
    (typeof code === "number" ? byNumber[code] : undefined) ??
    (typeof name === "string" && Object.hasOwn(byName, name) ? byName[name] : undefined);
  if (entry) return explanation(entry);
  const problem = problemOf(link, code);
  if (problem) return problem;
  if (name === "ZodError") return invalidInput(link);
  if (isFetchFailure(link)) return explanation(unreachable);
  return null;
}

const explanation = ([code, sentence, retryable]: Entry): Explanation => ({
  code,
  sentence,
  args: {},
  retryable,
});

/** RFC 9457 from the indexer, or a relayer's `{ code, sentence }`. */
function problemOf(link: object, code: unknown): Explanation | null {
  const detail: unknown = Reflect.get(link, "detail") ?? Reflect.get(link, "sentence");
  if (typeof code !== "string" || typeof detail !== "string" || detail === "") return null;
  const status: unknown = Reflect.get(link, "status");
  const retryable = typeof status === "number" && (status >= 500 || status === 429 || status === 408);
  return { code, sentence: detail, args: {}, retryable };
}

function invalidInput(link: object): Explanation {
  const issues: unknown = Reflect.get(link, "issues");
  const issue: unknown = Array.isArray(issues) ? issues[0] : undefined;
  const path: unknown = typeof issue === "object" && issue !== null ? Reflect.get(issue, "path") : undefined;
  const message: unknown =
    typeof issue === "object" && issue !== null ? Reflect.get(issue, "message") : undefined;
  const where = Array.isArray(path) && path.length > 0 ? path.map(String).join(".") : "The input";
  return {
    code: "InvalidInput",
    sentence: `${where} is not right (${String(message)}). Correct it and try again.`,
    args: {},
    retryable: false,
  };
}

/** What `fetch` throws when there is no answer: a TypeError in browsers, with a system code as cause in Node. */
function isFetchFailure(link: object): boolean {
  if (!(link instanceof Error)) return false;
  const code: unknown = Reflect.get(link, "code");
  if (typeof code === "string" && /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|UND_ERR)/.test(code))
    return true;
  return link.name === "TypeError" && /fetch|network|load failed/i.test(link.message);
}
