import { PeerCommonsError, parsePeer } from "@peercommons/sdk";

export type ReadAmount = { ok: true; amount: bigint } | { ok: false; sentence: string };

/** Reads a typed amount of PEER; what is wrong with it comes as a sentence. A comma before one or two last digits is a decimal mark. */
export function readAmount(text: string): ReadAmount {
  const typed = text.trim().replace(/^(\d+),(\d{1,2})$/, "$1.$2");
  try {
    return { ok: true, amount: parsePeer(typed) };
  } catch (error) {
    if (error instanceof PeerCommonsError) return { ok: false, sentence: error.message };
    throw error;
  }
}
