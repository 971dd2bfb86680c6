import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hostHome } from "../../host/src/home.ts";
import { createKeystore, keysFrom, keystoreAddress, openKeystore } from "../../host/src/keystore.ts";

const secret = `0x${"11".repeat(32)}` as const;
const freshHome = () => hostHome(mkdtempSync(join(tmpdir(), "peercommons-host-")));

describe("keystore", () => {
  it("opens with its passphrase and gives the same operators again", async () => {
    const home = freshHome();
    const made = await createKeystore(home, "a long enough word", secret);
    const opened = await openKeystore(home, "a long enough word");
    for (const index of [0, 1, 15]) expect(opened.operator(index).address).toBe(made.operator(index).address);
    expect(keystoreAddress(home)).toBe(made.operator(0).address);
  });

  it("holds the secret only encrypted", async () => {
    const home = freshHome();
    await createKeystore(home, "a long enough word", secret);
    expect(readFileSync(home.keystore, "utf8")).not.toContain(secret.slice(2));
  });

  it("gives each bot a key of its own", () => {
    const keys = keysFrom(secret);
    expect(new Set([0, 1, 2, 3].map((index) => keys.operator(index).address)).size).toBe(4);
  });

  it("says so when the passphrase is wrong, too short, or the file damaged", async () => {
    const home = freshHome();
    await expect(createKeystore(home, "short", secret)).rejects.toThrow("fewer than 8 characters");
    await createKeystore(home, "a long enough word", secret);
    await expect(openKeystore(home, "another long word")).rejects.toThrow("does not open the key");
    writeFileSync(home.keystore, "{ not json");
    await expect(openKeystore(home, "a long enough word")).rejects.toThrow("damaged");
  });

  it("never overwrites a key", async () => {
    const home = freshHome();
    await createKeystore(home, "a long enough word", secret);
    await expect(createKeystore(home, "a long enough word")).rejects.toThrow("already kept");
  });
});
