import {
  deriveSealingKeys,
  open,
  publicSealingKey,
  seal,
  sealingKeysFromSeed,
  sealingOverhead,
  sealingTypedData,
} from "@peercommons/sdk/sealing";
import fc from "fast-check";
import {
  bytesToHex,
  hexToBytes,
  numberToHex,
  parseSignature,
  serializeCompactSignature,
  signatureToCompactSignature,
  stringToBytes,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";

const account = mnemonicToAccount("test test test test test test test test test test test junk");
const keys = sealingKeysFromSeed(new Uint8Array(32).fill(1));
const other = sealingKeysFromSeed(new Uint8Array(32).fill(2));
const taskId = (7n << 32n) | 3n;
const bytes = stringToBytes("four is the answer");
const seals = () => seal({ bytes, recipientPublicKey: keys.publicKey, taskId });
const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    expect(error instanceof Error ? error.message : "").toMatch(/\. [A-Z].*\.$/);
    return error instanceof Error && "code" in error ? error.code : error;
  }
};

describe("sealing keys", () => {
  it("come from a wallet's signature, the same each time", async () => {
    const signature = await account.signTypedData(sealingTypedData(account.address));
    const first = deriveSealingKeys(signature);
    expect(deriveSealingKeys(await account.signTypedData(sealingTypedData(account.address)))).toEqual(first);
    expect(publicSealingKey(first.privateKey)).toBe(first.publicKey);
  });

  it("are the same for every way wallets write one signature", async () => {
    const signature = await account.signTypedData(sealingTypedData(account.address));
    const { publicKey } = deriveSealingKeys(signature);
    const parsed = parseSignature(signature);
    const compact = serializeCompactSignature(signatureToCompactSignature(parsed));
    expect(deriveSealingKeys(compact).publicKey).toBe(publicKey);
    const zeroBased = `${signature.slice(0, -2)}0${parsed.yParity}` as const;
    expect(deriveSealingKeys(zeroBased as `0x${string}`).publicKey).toBe(publicKey);
    const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
    const highS = numberToHex(order - BigInt(parsed.s), { size: 32 }).slice(2);
    expect(deriveSealingKeys(`0x${signature.slice(2, 66)}${highS}1b`).publicKey).toBe(publicKey);
  });

  it("differ between accounts, and refuse what is no signature", () => {
    expect(keys.publicKey).not.toBe(other.publicKey);
    expect(codeOf(() => deriveSealingKeys("0x"))).toBe("SealingBadSignature");
    expect(codeOf(() => deriveSealingKeys("0x1234"))).toBe("SealingBadSignature");
    expect(codeOf(() => sealingKeysFromSeed(new Uint8Array(31)))).toBe("SealingSeedTooShort");
  });
});

describe("seal and open", () => {
  it("give back any bytes to the right key and task", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 500 }),
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        (content, id) => {
          const envelope = seal({ bytes: content, recipientPublicKey: keys.publicKey, taskId: id });
          expect(envelope.length).toBe(content.length + sealingOverhead);
          expect(open({ envelope, privateKey: keys.privateKey, taskId: id })).toEqual(content);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("never make the same envelope twice", () => {
    expect(bytesToHex(seals())).not.toBe(bytesToHex(seals()));
  });

  it("refuse another key and another task", () => {
    expect(codeOf(() => open({ envelope: seals(), privateKey: other.privateKey, taskId }))).toBe(
      "SealingCannotOpen",
    );
    expect(codeOf(() => open({ envelope: seals(), privateKey: keys.privateKey, taskId: taskId + 1n }))).toBe(
      "SealingCannotOpen",
    );
  });

  it("notice any changed or missing byte", () => {
    const envelope = seals();
    fc.assert(
      fc.property(fc.nat(envelope.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = envelope.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        const code = codeOf(() => open({ envelope: changed, privateKey: keys.privateKey, taskId }));
        // The top bit of an X25519 key is ignored by the curve, and caught because the key is salted with it.
        expect(["SealingCannotOpen", "SealingNotAnEnvelope", "SealingUnknownVersion"]).toContain(code);
      }),
    );
    expect(codeOf(() => open({ envelope: envelope.slice(0, 40), privateKey: keys.privateKey, taskId }))).toBe(
      "SealingNotAnEnvelope",
    );
    expect(codeOf(() => open({ envelope: envelope.slice(0, -1), privateKey: keys.privateKey, taskId }))).toBe(
      "SealingCannotOpen",
    );
  });

  it("refuse receivers without a usable key", () => {
    const unset = `0x${"00".repeat(32)}` as const;
    const lowOrder = `0x01${"00".repeat(31)}` as const;
    for (const recipientPublicKey of [unset, lowOrder, "0x12"] as const) {
      expect(codeOf(() => seal({ bytes, recipientPublicKey, taskId }))).toBe("SealingBadKey");
    }
    const forged = hexToBytes(bytesToHex(seals()));
    forged.fill(0, 4, 36);
    expect(codeOf(() => open({ envelope: forged, privateKey: keys.privateKey, taskId }))).toBe(
      "SealingCannotOpen",
    );
  });
});
