import { explainError } from "@peercommons/sdk/errors";
import { UserRejectedRequestError } from "viem";
import { ApiError } from "@/lib/api";

export type Failure = { code: string; sentence: string; rejected: boolean };

/** Any failure as a sentence: what happened, why, what to do. */
export function failureOf(error: unknown): Failure {
  if (isRejection(error)) {
    return {
      code: "Rejected",
      sentence: "You said no in your wallet. Nothing was sent; go on whenever you like.",
      rejected: true,
    };
  }
  if (error instanceof ApiError) return { code: error.code, sentence: error.message, rejected: false };
  const explained = explainError(error);
  return { code: explained.code, sentence: explained.sentence, rejected: false };
}

function isRejection(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof UserRejectedRequestError) return true;
    if ("code" in each && each.code === 4001) return true;
  }
  return typeof error === "object" && error !== null && "code" in error && error.code === 4001;
}
