import {
  contentBytes,
  contentIdFromHash,
  maxContentBytes,
  safeFileName,
  verifyContent,
} from "@peercommons/sdk/content";
import { attachedFile, maxFileBytes } from "@peercommons/sdk/schemas";
import { openFile, openNote, packFile, sealingKeysFromSeed, sealNote } from "@peercommons/sdk/sealing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const bytes = Uint8Array.from({ length: 600_000 }, (_, i) => (i * 7) % 256);
const packed = packFile({ name: "plan.bin", mediaType: "application/octet-stream", bytes });
const stored = packed.parts.map(({ put }) => contentBytes(put));
const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    expect(error instanceof Error ? error.message : "").toMatch(/\. [A-Z].*\.$/);
    return error instanceof Error && "code" in error ? error.code : error;
  }
};

describe("a file", () => {
  it("goes in parts that fit the store, sealed, and comes back the same", () => {
    expect(packed.parts).toHaveLength(3);
    for (const [i, part] of packed.parts.entries()) {
      const body = stored[i] ?? new Uint8Array();
      expect(body.length).toBeLessThanOrEqual(maxContentBytes);
      expect(verifyContent({ body, saltHash: part.saltHash, contentId: part.contentId })).toBe(true);
      expect(contentIdFromHash(body, part.saltHash)).toBe(packed.file.contentIds[i]);
    }
    expect(attachedFile.parse(packed.file)).toEqual(packed.file);
    expect(openFile({ file: packed.file, parts: stored })).toEqual(bytes);
  });

  it("is not opened when a part is gone, swapped or changed, or its size is not the announced one", () => {
    const { file } = packed;
    expect(codeOf(() => openFile({ file, parts: stored.slice(1) }))).toBe("SealingNotAnEnvelope");
    expect(codeOf(() => openFile({ file, parts: stored.slice(0, 2) }))).toBe("SealingWrongKey");
    const [first = new Uint8Array(), ...rest] = stored;
    const changed = first.slice();
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(codeOf(() => openFile({ file, parts: [changed, ...rest] }))).toBe("SealingWrongKey");
    expect(codeOf(() => openFile({ file: { ...file, bytes: 5 }, parts: stored }))).toBe("FileChanged");
  });

  it("is refused when empty or too large, and holds sixteen full parts", () => {
    const pack = (size: number) => packFile({ name: "x", mediaType: "", bytes: new Uint8Array(size) });
    expect(codeOf(() => pack(0))).toBe("FileEmpty");
    expect(codeOf(() => pack(maxFileBytes + 1))).toBe("FileTooLarge");
    const full = pack(maxFileBytes);
    expect(attachedFile.safeParse(full.file).success).toBe(true);
    expect(full.file.mediaType).toBe("application/octet-stream");
  });
});

describe("a file's name", () => {
  it.each([
    ["../../etc/passwd", "etc passwd"],
    ["C:\\Windows\\run.exe", "C Windows run.exe"],
    ["invoice\u202Efdp.exe", "invoice fdp.exe"],
    ["a\u0000b\n.txt", "a b .txt"],
    ["....", "file"],
    ["", "file"],
    ["CON.txt", "CON_.txt"],
    ["Grüße an dich.pdf", "Grüße an dich.pdf"],
  ])("%j is shown as %j", (hostile, shown) => {
    expect(safeFileName(hostile)).toBe(shown);
  });

  it("keeps its ending when it is too long, and is always one that fits", () => {
    expect(safeFileName(`${"a".repeat(300)}.tar.gz`)).toMatch(/^a{117}\.gz$/);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        const safe = safeFileName(name);
        expect(safe.length).toBeGreaterThan(0);
        expect(safe.length).toBeLessThanOrEqual(120);
        expect(safe).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\./u);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });
});

describe("a payment's note", () => {
  const payer = sealingKeysFromSeed(new Uint8Array(32).fill(4));
  const payee = sealingKeysFromSeed(new Uint8Array(32).fill(5));
  const stranger = sealingKeysFromSeed(new Uint8Array(32).fill(6));
  const note = { v: 1, text: "For the bread, and for listening." } as const;

  it("is read by who pays and who is paid, and by nobody else", () => {
    const sealed = sealNote({ note, readers: [payee.publicKey, payer.publicKey] });
    expect(JSON.stringify(sealed)).not.toContain("bread");
    expect(openNote({ sealed, privateKey: payee.privateKey })).toEqual(note);
    expect(openNote({ sealed, privateKey: payer.privateKey })).toEqual(note);
    expect(codeOf(() => openNote({ sealed, privateKey: stranger.privateKey }))).toBe("SealingCannotOpen");
  });
});
