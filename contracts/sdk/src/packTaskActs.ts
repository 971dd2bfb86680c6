import {
  compactSignatureToSignature,
  concat,
  type Hex,
  numberToHex,
  parseCompactSignature,
  parseSignature,
  serializeCompactSignature,
  serializeSignature,
  signatureToCompactSignature,
  size,
  slice,
} from "viem";
import type { TaskAct } from "./taskAct.ts";

/** A field of a packed act: its name and its bytes. */
type Field = readonly [name: string, bytes: number];

const head: readonly Field[] = [
  ["until", 4],
  ["taskId", 8],
];

/** What follows the kind and the signature, in order. Kinds count from 1. */
const layouts: Record<TaskAct["kind"], readonly Field[]> = {
  Post: [
    ...head,
    ["contentId", 32],
    ["skillId", 3],
    ["price", 8],
    ["deadlineHour", 3],
    ["effort", 1],
    ["claimHours", 1],
    ["reviewHours", 2],
    ["flags", 1],
    ["quotedBand", 1],
  ],
  Claim: [...head, ["memberId", 4]],
  Submit: [...head, ["deliverableId", 32]],
  Accept: [...head, ["rating", 1]],
  Deliver: [...head, ["botId", 4], ["deliverableId", 32]],
};
const kinds = Object.keys(layouts) as TaskAct["kind"][];
const signatureBytes = 64;

/**
 * A batch carries no more acts than this.
 * @example
 * mostTaskActs // 256
 */
export const mostTaskActs = 256;

/** An act as a batch carries it. What else was signed, `since`, price and worker, is read from the task. */
export type PackedTaskAct = {
  kind: TaskAct["kind"];
  /** 65 bytes */
  signature: Hex;
  fields: Record<string, bigint>;
};

/**
 * The argument of `TaskMarket.relay`: acts one after another, each its kind, its signature in 64 bytes (EIP-2098), then its fields.
 * @throws RangeError for more than 256 acts, a field that does not fit, a signature that is not an account's own key's
 * @example
 * packTaskActs([{ act, signature }])
 */
export function packTaskActs(signed: readonly { act: TaskAct; signature: Hex }[]): Hex {
  if (signed.length > mostTaskActs) {
    throw new RangeError(`A batch carries ${mostTaskActs} acts at most, not ${signed.length}. Send several.`);
  }
  return concat(signed.map(packOne));
}

function packOne({ act, signature }: { act: TaskAct; signature: Hex }): Hex {
  if (size(signature) !== 65) {
    throw new RangeError(
      "A signed act carries an account's own 65-byte signature. Send a contract's act through the forwarder.",
    );
  }
  const compact = serializeCompactSignature(signatureToCompactSignature(parseSignature(signature)));
  const values = act as unknown as Record<string, bigint | number | Hex>;
  const fields = layouts[act.kind].map(([name, bytes]) => {
    const value = BigInt(values[name] ?? 0);
    if (value < 0n || value >> BigInt(8 * bytes) !== 0n) {
      throw new RangeError(`${name} is ${value}, but it has ${bytes} bytes.`);
    }
    return numberToHex(value, { size: bytes });
  });
  return concat([numberToHex(kinds.indexOf(act.kind) + 1, { size: 1 }), compact, ...fields]);
}

/**
 * The acts of a batch.
 * @throws RangeError when the bytes are none
 * @example
 * unpackTaskActs(packTaskActs(signed)).map(({ kind }) => kind)
 */
export function unpackTaskActs(batch: Hex): PackedTaskAct[] {
  const acts: PackedTaskAct[] = [];
  const end = size(batch);
  for (let at = 0; at < end; ) {
    const kind = kinds[Number.parseInt(slice(batch, at, at + 1), 16) - 1];
    const layout = kind === undefined ? [] : layouts[kind];
    const whole = layout.reduce((sum, [, bytes]) => sum + bytes, 1 + signatureBytes);
    if (kind === undefined || at + whole > end || acts.length === mostTaskActs) {
      throw new RangeError(
        `Act ${acts.length} of the batch cannot be read: unknown kind, cut off, or one too many.`,
      );
    }
    const compact = parseCompactSignature(slice(batch, at + 1, at + 1 + signatureBytes));
    const fields: Record<string, bigint> = {};
    let place = at + 1 + signatureBytes;
    for (const [name, bytes] of layout) {
      fields[name] = BigInt(slice(batch, place, place + bytes));
      place += bytes;
    }
    acts.push({ kind, signature: serializeSignature(compactSignatureToSignature(compact)), fields });
    at += whole;
  }
  return acts;
}
