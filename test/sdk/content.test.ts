import {
  canonicalBytes,
  canonicalJson,
  contentIdFromHash,
  contentIdOf,
  encodeDeliverable,
  encodeNote,
  encodeProfile,
  encodeTaskBody,
  maxContentBytes,
  newSalt,
  packContent,
  parseNote,
  parseProfile,
  parseTaskBody,
  saltHashOf,
  verifyContent,
} from "@peercommons/sdk/content";
import fc from "fast-check";
import { concat, encodeAbiParameters, keccak256, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";

const body = { v: 1, title: "A logo", text: "For a **bakery**.", deliver: ["an SVG"] } as const;
const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    expect(error instanceof Error ? error.message : "").toMatch(/\.$/);
    return error instanceof Error && "code" in error ? error.code : error;
  }
};

describe("canonicalJson", () => {
  it("is the same for any order of keys and any form of accents", () => {
    expect(canonicalJson({ b: 1, a: "Cafe\u0301" })).toBe('{"a":"Caf\u00e9","b":1}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (object) => {
        const backwards = Object.fromEntries(Object.entries(object).reverse());
        expect(codeOf(() => canonicalJson(backwards))).toEqual(codeOf(() => canonicalJson(object)));
      }),
    );
  });

  it("parses back to the same and writes itself again", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }), (value) => {
        const once = codeOf(() => canonicalJson(value));
        if (once === "ContentNotCanonical") return;
        expect(canonicalJson(JSON.parse(String(once)))).toBe(once);
      }),
    );
  });

  it("refuses what has no fixed bytes", () => {
    for (const value of [
      1.5,
      Number.NaN,
      2 ** 60,
      "\ud800",
      { a: 1n },
      { f: () => 1 },
      [undefined],
      { "\u00e9": 1, "e\u0301": 2 },
    ]) {
      expect(codeOf(() => canonicalJson(value))).toBe("ContentNotCanonical");
    }
    let deep: unknown = 1;
    for (let i = 0; i < 100; i++) deep = [deep];
    expect(codeOf(() => canonicalJson(deep))).toBe("ContentNotCanonical");
  });
});

describe("content ids", () => {
  it("hash the hashes of body and salt, as abi.encode would lay them", () => {
    const bytes = stringToBytes("hello");
    const salt = newSalt();
    const expected = keccak256(concat([keccak256(bytes), keccak256(salt)]));
    expect(contentIdOf(bytes, salt)).toBe(expected);
    const encoded = encodeAbiParameters(
      [{ type: "bytes32" }, { type: "bytes32" }],
      [keccak256(bytes), keccak256(salt)],
    );
    expect(expected).toBe(keccak256(encoded));
    expect(contentIdFromHash(bytes, saltHashOf(salt))).toBe(expected);
  });

  it("tell a changed body, salt or id apart", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (bytes, at) => {
        const packed = packContent(bytes);
        const { contentId, saltHash } = packed;
        expect(verifyContent({ body: bytes, saltHash, contentId })).toBe(true);
        const changed = bytes.slice();
        changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ 1;
        expect(verifyContent({ body: changed, saltHash, contentId })).toBe(false);
        expect(verifyContent({ body: bytes, saltHash: packContent(bytes).saltHash, contentId })).toBe(false);
      }),
    );
  });
});

describe("packContent", () => {
  it("keeps text as text and bytes as base64, and both come back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { put } = packContent(bytes);
        const back =
          put.encoding === "utf8"
            ? stringToBytes(put.body)
            : Uint8Array.from(atob(put.body), (c) => c.charCodeAt(0));
        expect(back).toEqual(bytes);
      }),
    );
    expect(packContent(stringToBytes("héllo")).put).toMatchObject({ body: "héllo", encoding: "utf8" });
    expect(packContent(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41)).put.body).toBe("\ufeffA");
    expect(packContent(Uint8Array.of(0xff)).put).toMatchObject({ body: "/w==", encoding: "base64" });
  });

  it("refuses more than 256 KiB with a sentence", () => {
    expect(codeOf(() => packContent(new Uint8Array(maxContentBytes + 1)))).toBe("ContentTooLarge");
    expect(packContent(new Uint8Array(maxContentBytes)).contentId).toMatch(/^0x/);
  });
});

describe("documents", () => {
  it("go to canonical bytes and back", () => {
    expect(parseTaskBody(encodeTaskBody({ ...body, deliver: [...body.deliver] }))).toEqual(body);
    expect(parseProfile(encodeProfile({ v: 1, name: "Ada", about: "" }))).toEqual({
      v: 1,
      name: "Ada",
      about: "",
    });
    expect(encodeTaskBody({ ...body, deliver: [...body.deliver] })).toEqual(canonicalBytes(body));
  });

  it("keep scripts as the plain data they are", () => {
    const text = "<script>alert(1)</script>";
    expect(parseNote(encodeNote({ v: 1, text })).text).toBe(text);
  });

  it("refuse what breaks the rules, with a sentence", () => {
    expect(codeOf(() => encodeTaskBody({ ...body, title: "", deliver: [] }))).toBe("ContentInvalid");
    expect(codeOf(() => encodeTaskBody({ ...body, title: "x".repeat(121), deliver: [] }))).toBe(
      "ContentInvalid",
    );
    expect(codeOf(() => encodeTaskBody({ ...body, text: "x".repeat(20_001), deliver: [] }))).toBe(
      "ContentInvalid",
    );
    expect(codeOf(() => parseTaskBody("not json"))).toBe("ContentInvalid");
    expect(codeOf(() => parseTaskBody(Uint8Array.of(0xff, 0xfe)))).toBe("ContentInvalid");
    expect(codeOf(() => parseTaskBody('{"v":2}'))).toBe("ContentInvalid");
    const text = "\u20ac".repeat(100_000);
    expect(codeOf(() => encodeDeliverable({ v: 1, text }))).toBe("ContentTooLarge");
    expect(codeOf(() => parseNote("x".repeat(maxContentBytes + 1)))).toBe("ContentTooLarge");
  });
});
