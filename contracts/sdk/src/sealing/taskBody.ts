import { ed25519 } from "@noble/curves/ed25519";
import { hkdf } from "@noble/hashes/hkdf";
import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, type Hex, hexToBytes } from "viem";
import { fromBase64, toBase64 } from "../base64.ts";
import { canonicalBytes } from "../content/canonical.ts";
import {
  encodeTaskBody,
  parseTaskBody,
  type SealedTaskBody,
  type TaskBody,
  type TaskKey,
} from "../content/documents.ts";
import { PeerCommonsError } from "../errors/PeerCommonsError.ts";
import type { TaskId } from "../types.ts";
import { open, seal } from "./envelope.ts";
import { openWithKey, sealWithKey } from "./secret.ts";

/**
 * The key of a task's sealed body. It comes from the poster's private sealing key and the body's H(salt), so the poster has it on
 * every device and keeps nothing.
 * @example
 * const contentKey = taskContentKey({ privateKey: keys.privateKey, saltHash: content.saltHash });
 */
export function taskContentKey(parameters: { privateKey: Uint8Array; saltHash: Hex }): Hex {
  const { privateKey, saltHash } = parameters;
  return bytesToHex(hkdf(sha256, privateKey, hexToBytes(saltHash), "PeerCommons Task body key 1", 32));
}

/**
 * Seals a task's body. The title stays readable; text, checklist and files do not. The same body gives the same bytes.
 * @throws PeerCommonsError ContentInvalid, ContentTooLarge
 * @example
 * const sealed = sealTaskBody({ body, contentKey: taskContentKey({ privateKey, saltHash: saltHashOf(salt) }) });
 * const packed = packContent(encodeSealedTaskBody(sealed), salt);
 */
export function sealTaskBody(parameters: { body: TaskBody; contentKey: Hex }): SealedTaskBody {
  const { body, contentKey } = parameters;
  const bytes = encodeTaskBody(body);
  // The nonce comes from the text, so that the same draft has the same content id however often it is sealed.
  const nonce = hmac(sha256, hexToBytes(contentKey), bytes).slice(0, 24);
  return {
    v: 1,
    title: body.title,
    sealed: toBase64(sealWithKey({ bytes, key: contentKey, nonce })),
    handover: bytesToHex(ed25519.getPublicKey(handoverSeed(contentKey))),
  };
}

/**
 * Opens a sealed body.
 * @throws PeerCommonsError SealingNotAnEnvelope, SealingWrongKey, ContentInvalid
 * @example
 * openTaskBody({ sealed: parseSealedTaskBody(bytes), contentKey }).text
 */
export function openTaskBody(parameters: { sealed: SealedTaskBody; contentKey: Hex }): TaskBody {
  const { sealed, contentKey } = parameters;
  return parseTaskBody(openWithKey({ sealed: fromBase64(sealed.sealed), key: contentKey }));
}

/**
 * Hands a body's key to an account: sealed to its sealing key, signed with a key that only readers of the body have. Anyone can
 * check it against the public part of the body, and nobody needs a wallet for it.
 * @throws PeerCommonsError SealingBadKey
 * @example
 * const key = makeTaskKey({ taskId, accountId: workerId, recipientPublicKey: worker.sealingKey, contentKey });
 */
export function makeTaskKey(parameters: {
  taskId: TaskId;
  accountId: number;
  recipientPublicKey: Hex;
  contentKey: Hex;
}): TaskKey {
  const { taskId, accountId, recipientPublicKey, contentKey } = parameters;
  const envelope = toBase64(seal({ bytes: hexToBytes(contentKey), recipientPublicKey, taskId }));
  const said = { v: 1, kind: "taskKey", taskId: taskId.toString(), accountId, envelope } as const;
  return { ...said, signature: bytesToHex(ed25519.sign(canonicalBytes(said), handoverSeed(contentKey))) };
}

/**
 * Whether a task's key comes from somebody who can read the body it is for.
 * @example
 * if (!checkTaskKey({ key, sealed })) throw new Error("somebody made it up");
 */
export function checkTaskKey(parameters: { key: TaskKey; sealed: SealedTaskBody }): boolean {
  const { signature, ...said } = parameters.key;
  try {
    return ed25519.verify(
      hexToBytes(signature as Hex),
      canonicalBytes(said),
      hexToBytes(parameters.sealed.handover as Hex),
    );
  } catch {
    return false;
  }
}

/**
 * The body's key out of a task's key that was made for the owner of `privateKey`.
 * @throws PeerCommonsError SealingNotAnEnvelope, SealingCannotOpen, SealingWrongKey
 * @example
 * openTaskBody({ sealed, contentKey: openTaskKey({ key, privateKey }) })
 */
export function openTaskKey(parameters: { key: TaskKey; privateKey: Uint8Array }): Hex {
  const { key, privateKey } = parameters;
  const bytes = open({ envelope: fromBase64(key.envelope), privateKey, taskId: BigInt(key.taskId) });
  if (bytes.length === 32) return bytesToHex(bytes);
  throw new PeerCommonsError({
    code: "SealingWrongKey",
    message: "What was handed over is not the key of a task's details. Ask the poster to share them again.",
  });
}

const handoverSeed = (contentKey: Hex): Uint8Array =>
  hkdf(sha256, hexToBytes(contentKey), undefined, "PeerCommons Task handover 1", 32);
