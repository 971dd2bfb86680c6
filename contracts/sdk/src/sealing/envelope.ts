import { xchacha20poly1305 } from "@noble/ciphers/chacha";
import { x25519 } from "@noble/curves/ed25519";
import { hkdf } from "@noble/hashes/hkdf";
import { sha256 } from "@noble/hashes/sha2";
import { concatBytes, randomBytes } from "@noble/hashes/utils";
import { type Hex, hexToBytes, numberToBytes } from "viem";
import { PeerCommonsError } from "../errors/PeerCommonsError.ts";
import type { TaskId } from "../types.ts";

/** "PCS" and the version. */
const header = new Uint8Array([0x50, 0x43, 0x53, 0x01]);
const keyLength = 32;
const nonceLength = 24;
const tagLength = 16;
const bodyAt = header.length + keyLength + nonceLength;

/**
 * How many bytes longer an envelope is than what it holds.
 * @example
 * sealingOverhead // 76
 */
export const sealingOverhead = bodyAt + tagLength;

/**
 * Seals bytes so that only the owner of `recipientPublicKey` reads them, and only as part of this task.
 * Envelope: "PCS" 1, ephemeral X25519 key (32), nonce (24), XChaCha20-Poly1305 ciphertext and tag. The key is HKDF-SHA256 of the
 * shared secret, salted with both public keys; header and task id are authenticated.
 * @throws PeerCommonsError SealingBadKey
 * @example
 * const envelope = seal({ bytes: encodeDeliverable(work), recipientPublicKey: task.posterSealingKey, taskId });
 */
export function seal(parameters: {
  bytes: Uint8Array;
  recipientPublicKey: Hex;
  taskId: TaskId;
  /** 56 secret bytes, ephemeral key and nonce, for test vectors only */
  random?: Uint8Array;
}): Uint8Array {
  const { bytes, recipientPublicKey, taskId, random = randomBytes(keyLength + nonceLength) } = parameters;
  const recipient = publicKeyBytes(recipientPublicKey);
  const ephemeral = random.slice(0, keyLength);
  const nonce = random.slice(keyLength, keyLength + nonceLength);
  const ephemeralPublic = x25519.getPublicKey(ephemeral);
  const key = sharedKey(ephemeral, recipient, ephemeralPublic, recipient);
  if (key === null) throw badKey();
  const sealed = xchacha20poly1305(key, nonce, associated(taskId)).encrypt(bytes);
  return concatBytes(header, ephemeralPublic, nonce, sealed);
}

/**
 * Opens an envelope.
 * @throws PeerCommonsError SealingNotAnEnvelope, SealingUnknownVersion, SealingCannotOpen
 * @example
 * const work = parseDeliverable(open({ envelope, privateKey: keys.privateKey, taskId }));
 */
export function open(parameters: {
  envelope: Uint8Array;
  privateKey: Uint8Array;
  taskId: TaskId;
}): Uint8Array {
  const { envelope, privateKey, taskId } = parameters;
  if (envelope.length < sealingOverhead || header.slice(0, 3).some((byte, i) => byte !== envelope[i])) {
    throw new PeerCommonsError({
      code: "SealingNotAnEnvelope",
      message: "These bytes are not a sealed envelope, or were cut short. Fetch the content again.",
    });
  }
  if (envelope[3] !== header[3]) {
    throw new PeerCommonsError({
      code: "SealingUnknownVersion",
      message: `This was sealed with version ${envelope[3]}, which this app does not know. Update the app.`,
      args: { version: envelope[3] },
    });
  }
  const ephemeralPublic = envelope.slice(header.length, header.length + keyLength);
  const nonce = envelope.slice(header.length + keyLength, bodyAt);
  const key = sharedKey(privateKey, ephemeralPublic, ephemeralPublic, x25519.getPublicKey(privateKey));
  try {
    if (key === null) throw new Error("the shared secret is zero");
    return xchacha20poly1305(key, nonce, associated(taskId)).decrypt(envelope.slice(bodyAt));
  } catch (cause) {
    throw new PeerCommonsError({
      code: "SealingCannotOpen",
      message:
        "This cannot be opened with your key: it was sealed to another key or for another task, or it was changed. " +
        "If you changed wallets, use the one that was yours when it was sealed.",
      args: { taskId },
      cause,
    });
  }
}

/** The envelope's key, or null when the other side's key is one of the curve's few worthless points. */
function sharedKey(
  privateKey: Uint8Array,
  publicKey: Uint8Array,
  ephemeralPublic: Uint8Array,
  recipient: Uint8Array,
): Uint8Array | null {
  try {
    const secret = x25519.getSharedSecret(privateKey, publicKey);
    return hkdf(
      sha256,
      secret,
      concatBytes(ephemeralPublic, recipient),
      "PeerCommons Sealing envelope 1",
      32,
    );
  } catch {
    return null;
  }
}

const associated = (taskId: TaskId): Uint8Array => concatBytes(header, numberToBytes(taskId, { size: 8 }));

function publicKeyBytes(publicKey: Hex): Uint8Array {
  if (!/^0x[0-9a-fA-F]{64}$/.test(publicKey) || /^0x0+$/.test(publicKey)) throw badKey();
  return hexToBytes(publicKey);
}

const badKey = () =>
  new PeerCommonsError({
    code: "SealingBadKey",
    message:
      "The receiver has no usable sealing key yet, so nothing can be sealed to them. Ask them to set one in their settings.",
  });
