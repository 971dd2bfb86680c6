import {
  encodeSealedTaskBody,
  encodeTaskKey,
  newSalt,
  packContent,
  parseSealedTaskBody,
  parseTaskKey,
  saltHashOf,
  type TaskBody,
} from "@peercommons/sdk/content";
import {
  checkTaskKey,
  makeTaskKey,
  openTaskBody,
  openTaskKey,
  sealingKeysFromSeed,
  sealTaskBody,
  taskContentKey,
} from "@peercommons/sdk/sealing";
import { stringToBytes } from "viem";
import { describe, expect, it } from "vitest";

const poster = sealingKeysFromSeed(new Uint8Array(32).fill(1));
const worker = sealingKeysFromSeed(new Uint8Array(32).fill(2));
const stranger = sealingKeysFromSeed(new Uint8Array(32).fill(3));
const salt = newSalt();
const contentKey = taskContentKey({ privateKey: poster.privateKey, saltHash: saltHashOf(salt) });
const body: TaskBody = {
  v: 1,
  title: "Look after my cat",
  text: "The key lies under the third pot.",
  deliver: ["fed"],
};
const sealed = sealTaskBody({ body, contentKey });
const taskId = (7n << 32n) | 1n;
const keyFor = (accountId: number, recipientPublicKey = worker.publicKey) =>
  makeTaskKey({ taskId, accountId, recipientPublicKey, contentKey });
const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    expect(error instanceof Error ? error.message : "").toMatch(/\. [A-Z].*\.$/);
    return error instanceof Error && "code" in error ? error.code : error;
  }
};

describe("a sealed task", () => {
  it("shows its title and nothing else", () => {
    const { put } = packContent(encodeSealedTaskBody(sealed), salt);
    expect(put.body).toContain("Look after my cat");
    expect(put.body).not.toContain("third pot");
    expect(put.body).not.toContain("fed");
    expect(parseSealedTaskBody(put.body)).toEqual(sealed);
  });

  it("is the same for the same draft, and another for another", () => {
    expect(sealTaskBody({ body, contentKey })).toEqual(sealed);
    expect(sealTaskBody({ body: { ...body, text: "?" }, contentKey }).sealed).not.toBe(sealed.sealed);
  });

  it("opens for its poster on any device, from the wallet and the salt's hash", () => {
    const again = taskContentKey({ privateKey: poster.privateKey, saltHash: saltHashOf(salt) });
    expect(openTaskBody({ sealed, contentKey: again })).toEqual(body);
    const other = taskContentKey({ privateKey: poster.privateKey, saltHash: saltHashOf(newSalt()) });
    expect(codeOf(() => openTaskBody({ sealed, contentKey: other }))).toBe("SealingWrongKey");
  });

  it("opens for the worker whom it was handed to, and for nobody else", () => {
    const key = parseTaskKey(encodeTaskKey(keyFor(9)));
    expect(checkTaskKey({ key, sealed })).toBe(true);
    expect(openTaskBody({ sealed, contentKey: openTaskKey({ key, privateKey: worker.privateKey }) })).toEqual(
      body,
    );
    expect(codeOf(() => openTaskKey({ key, privateKey: stranger.privateKey }))).toBe("SealingCannotOpen");
  });

  it("knows a key that somebody made up, changed or took from another task", () => {
    const strangers = taskContentKey({ privateKey: stranger.privateKey, saltHash: saltHashOf(salt) });
    const forged = makeTaskKey({
      taskId,
      accountId: 9,
      recipientPublicKey: worker.publicKey,
      contentKey: strangers,
    });
    expect(checkTaskKey({ key: forged, sealed })).toBe(false);
    expect(checkTaskKey({ key: { ...keyFor(9), accountId: 10 }, sealed })).toBe(false);
    expect(checkTaskKey({ key: { ...keyFor(9), taskId: "5" }, sealed })).toBe(false);
    const moved = { ...keyFor(9), taskId: (taskId + 1n).toString() };
    expect(codeOf(() => openTaskKey({ key: moved, privateKey: worker.privateKey }))).toBe(
      "SealingCannotOpen",
    );
    expect(checkTaskKey({ key: { ...keyFor(9), signature: `0x${"00".repeat(64)}` }, sealed })).toBe(false);
  });

  it("refuses a worker without a sealing key, bytes that were cut, and text that is no document", () => {
    expect(codeOf(() => keyFor(9, `0x${"00".repeat(32)}`))).toBe("SealingBadKey");
    expect(
      codeOf(() => openTaskBody({ sealed: { ...sealed, sealed: sealed.sealed.slice(0, 40) }, contentKey })),
    ).toBe("SealingNotAnEnvelope");
    expect(codeOf(() => parseSealedTaskBody(stringToBytes('{"v":1,"title":"x"}')))).toBe("ContentInvalid");
    expect(codeOf(() => parseTaskKey(JSON.stringify({ ...keyFor(9), envelope: "<b>" })))).toBe(
      "ContentInvalid",
    );
  });
});
