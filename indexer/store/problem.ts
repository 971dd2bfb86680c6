/** A refusal with a sentence: what happened, why, what to do. `code` is a contract error's name where there is one. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    code: string,
    sentence: string,
    options: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(sentence, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "Problem";
    this.status = status;
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}

const titles: Record<number, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  415: "Wrong media type",
  429: "Too many requests",
  500: "Something broke",
  503: "Not available now",
  507: "Storage is full",
};

/** The body of a problem, as RFC 9457 has it. */
export function problemBody(problem: Pick<Problem, "status" | "code" | "message">) {
  return {
    type: `urn:peercommons:problem:${problem.code}`,
    title: titles[problem.status] ?? "Problem",
    status: problem.status,
    code: problem.code,
    detail: problem.message,
  };
}
