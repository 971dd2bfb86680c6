import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isNewEnough } from "../../scripts/bootstrap/node.mjs";
import { explainNpmFailure, requireSpace } from "../../scripts/bootstrap/npm.mjs";
import { missingHere, sameVersions } from "../../scripts/bootstrap/packages.mjs";
import { hashOf, isStamped, stamp } from "../../scripts/bootstrap/stamps.mjs";

describe("stamps", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "peercommons-stamps-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("hold for the same content only", () => {
    const file = join(folder, "stamp");
    expect(isStamped(file, hashOf(["a"]))).toBe(false);
    stamp(file, hashOf(["a"]));
    expect(isStamped(file, hashOf(["a"]))).toBe(true);
    expect(isStamped(file, hashOf(["b"]))).toBe(false);
  });

  it("do not confuse where one part ends and the next begins", () => {
    expect(hashOf(["ab", "c"])).not.toBe(hashOf(["a", "bc"]));
    expect(hashOf(["a"])).not.toBe(hashOf(["a", ""]));
  });
});

describe("isNewEnough", () => {
  it("takes Node from 22.18 on", () => {
    for (const version of ["22.18.0", "22.23.3", "24.0.0", "26.10.0"])
      expect(isNewEnough(version), version).toBe(true);
    for (const version of ["20.20.2", "22.17.9", "18.19.0"])
      expect(isNewEnough(version), version).toBe(false);
  });
});

describe("sameVersions", () => {
  const wanted = {
    "": {},
    host: { version: "0.1.0" },
    "node_modules/@peercommons/host": { link: true },
    "node_modules/viem": { version: "2.57.1" },
    "node_modules/edr-darwin": { version: "1.0.0", optional: true },
  };

  it("accepts what was installed, optional packages of other platforms left out", () => {
    expect(sameVersions(wanted, { "node_modules/viem": { version: "2.57.1" } })).toBe(true);
  });

  it("refuses a missing package, another version and one too many", () => {
    expect(sameVersions(wanted, {})).toBe(false);
    expect(sameVersions(wanted, { "node_modules/viem": { version: "2.57.2" } })).toBe(false);
    expect(
      sameVersions(wanted, {
        "node_modules/viem": { version: "2.57.1" },
        "node_modules/x": { version: "1.0.0" },
      }),
    ).toBe(false);
  });
});

describe("missingHere", () => {
  const wanted = {
    "node_modules/edr-linux": {
      version: "1.0.0",
      integrity: "x",
      optional: true,
      os: ["linux"],
      cpu: ["x64"],
      libc: ["glibc"],
    },
    "node_modules/edr-musl": {
      version: "1.0.0",
      integrity: "x",
      optional: true,
      os: ["linux"],
      cpu: ["x64"],
      libc: ["musl"],
    },
    "node_modules/edr-darwin": { version: "1.0.0", integrity: "x", optional: true, os: ["darwin"] },
    "node_modules/unseen-linux": { version: "1.0.0", optional: true, os: ["linux"] },
    "node_modules/fsevents": { version: "1.0.0", integrity: "x", optional: true },
  };

  it("names what npm left out although this machine needs it", () => {
    const machine = { os: "linux", cpu: "x64", libc: "glibc" };
    expect(missingHere(wanted, {}, machine)).toEqual(["edr-linux@1.0.0"]);
    expect(missingHere(wanted, { "node_modules/edr-linux": {} }, machine)).toEqual([]);
  });
});

describe("requireSpace", () => {
  it("lets an installation begin that fits, and refuses one that does not with what to do", () => {
    const disk = statfsSync(tmpdir());
    expect(() => requireSpace(tmpdir(), 1)).not.toThrow();
    expect(() => requireSpace(tmpdir(), disk.blocks * disk.bsize * 2)).toThrow(
      /Not enough disk space.*Free some space/,
    );
  });
});

describe("explainNpmFailure", () => {
  it.each([
    ["npm error code ENOSPC", "The disk is full"],
    ["npm error code EAI_AGAIN", "could not be reached"],
    ["npm error code ECONNREFUSED", "could not be reached"],
    ["npm error code EINTEGRITY", "not the one that package-lock.json names"],
    ["npm error code EUSAGE", "do not match"],
    ["npm error code ETARGET", "does not carry a version"],
    ["npm error code EACCES", "not permitted"],
    ["npm error something new", "npm could not install"],
  ])("%s: %s", (output, sentence) => {
    const explained = explainNpmFailure(output, "/x");
    expect(explained).toContain(sentence);
    expect(explained).toContain(output);
  });
});
