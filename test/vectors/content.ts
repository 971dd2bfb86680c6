// Canonical documents, content ids, sealing keys and envelopes.
import { canonicalBytes, canonicalJson, contentIdOf, saltHashOf } from "@peercommons/sdk/content";
import { seal, sealingKeysFromSeed } from "@peercommons/sdk/sealing";
import { bytesToHex } from "viem";
import { Random } from "./random.ts";

const documents: readonly unknown[] = [
  { v: 1, title: "A logo", text: "For a bakery.", deliver: ["an SVG", "a PNG"] },
  { v: 1, text: "" },
  { b: 2, a: 1, "\u00e9": null, "e\u0301x": true },
  { v: 1, text: 'Cafe\u0301 \ud83c\udf5e "quotes" \\ \n\t\u0007' },
  { v: 1, nested: { z: [], y: {}, x: [{ b: false, a: 0 }] } },
];

export function contentVectors() {
  const random = new Random(5n);
  return {
    canonical: documents.map((value) => ({ value, text: canonicalJson(value) })),
    ids: documents.map((value) => {
      const body = canonicalBytes(value);
      const salt = bytesToHex(random.bytes(32));
      return { body: bytesToHex(body), salt, saltHash: saltHashOf(salt), contentId: contentIdOf(body, salt) };
    }),
    sealing: Array.from({ length: 6 }, (_, i) => {
      const seed = random.bytes(32 + i);
      const keys = sealingKeysFromSeed(seed);
      const bytes = random.bytes(i * i * 10);
      const taskId = random.bits(64);
      const noise = random.bytes(56);
      const envelope = seal({ bytes, recipientPublicKey: keys.publicKey, taskId, random: noise });
      return {
        seed: bytesToHex(seed),
        privateKey: bytesToHex(keys.privateKey),
        publicKey: keys.publicKey,
        taskId: taskId.toString(),
        bytes: bytesToHex(bytes),
        random: bytesToHex(noise),
        envelope: bytesToHex(envelope),
      };
    }),
  };
}
