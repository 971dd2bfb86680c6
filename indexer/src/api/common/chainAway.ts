import { Problem } from "../../../store/problem.ts";

/** Turns a read that the chain did not answer into a refusal that says so. `what` cannot be known without it. */
export function chainAway(what: string): (cause: unknown) => never {
  return (cause) => {
    throw new Problem(
      503,
      "ChainAway",
      `The chain does not answer now, so ${what} cannot be read. Try again in a moment.`,
      { retryAfter: 2, cause },
    );
  };
}
