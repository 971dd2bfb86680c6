/**
 * A failure the sdk itself found. `message` is a sentence for people: what happened, why, what to do.
 * @example
 * throw new PeerCommonsError({ code: "ContentTooLarge", message: "The text is 300 KiB; shorten it to 256 KiB." });
 */
export class PeerCommonsError extends Error {
  readonly code: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Whether the same act may succeed when tried again later, unchanged. */
  readonly retryable: boolean;

  constructor(parameters: {
    code: string;
    message: string;
    args?: Readonly<Record<string, unknown>>;
    retryable?: boolean;
    cause?: unknown;
  }) {
    super(parameters.message, parameters.cause === undefined ? undefined : { cause: parameters.cause });
    this.name = "PeerCommonsError";
    this.code = parameters.code;
    this.args = parameters.args ?? {};
    this.retryable = parameters.retryable ?? false;
  }
}
