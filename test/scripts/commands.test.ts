import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "peercommons-commands-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe(".ci/run", () => {
  /** Runs it with an npm that only says and returns what is given. */
  function ci(test: { says: string; status: number }, check: { says: string; status: number }) {
    const branch = ({ says, status }: typeof test) => `echo '${says}'; exit ${status}`;
    const script = `#!/bin/sh\nif [ "$1" = test ]; then ${branch(test)}; else ${branch(check)}; fi\n`;
    writeFileSync(join(folder, "npm"), script, { mode: 0o755 });
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
    const { status, stdout } = spawnSync("bash", [join(root, ".ci/run")], { env, encoding: "utf8" });
    const plain = stdout.split("\n").filter((line) => /^\d+ passed, \d+ failed$/.test(line));
    return { status, plain, last: stdout.trimEnd().split("\n").at(-1) };
  }

  it("adds up and prints one plain line, the last one", () => {
    const result = ci({ says: "40 passed, 0 failed", status: 0 }, { says: "17 passed, 0 failed", status: 0 });
    expect(result).toEqual({ status: 0, plain: ["57 passed, 0 failed"], last: "57 passed, 0 failed" });
  });

  it("fails when either fails, and runs both", () => {
    const result = ci({ says: "39 passed, 1 failed", status: 1 }, { says: "15 passed, 2 failed", status: 1 });
    expect(result).toMatchObject({ status: 1, last: "54 passed, 3 failed" });
  });

  it("counts an end without a count as a failure, even with status 0", () => {
    const result = ci({ says: "out of memory", status: 137 }, { says: "nothing", status: 0 });
    expect(result).toMatchObject({ status: 1, last: "0 passed, 2 failed" });
  });

  it("does not believe a count without failures that ended badly", () => {
    const result = ci({ says: "40 passed, 0 failed", status: 1 }, { says: "17 passed, 0 failed", status: 0 });
    expect(result).toMatchObject({ status: 1, last: "57 passed, 1 failed" });
  });
});

describe("npm run reset", () => {
  function reset() {
    const env = { ...process.env, PEERCOMMONS_STATE: join(folder, "state") };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/reset.ts")], {
      env,
      encoding: "utf8",
    });
    return { status, said: `${stdout}${stderr}` };
  }

  it("removes a town's state and says what it was", () => {
    mkdirSync(join(folder, "state/logs"), { recursive: true });
    expect(reset()).toMatchObject({ status: 0, said: expect.stringContaining("(logs)") });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("has nothing to do where there is no state", () => {
    expect(reset()).toMatchObject({ status: 0, said: expect.stringContaining("nothing") });
  });

  it("refuses while a town runs", () => {
    mkdirSync(join(folder, "state/logs"), { recursive: true });
    // a process that looks like a town's: it lives, and its command names a script
    const town = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "scripts/start/index.ts"]);
    try {
      writeFileSync(join(folder, "state/town.pid"), `${town.pid}\n`);
      expect(reset()).toMatchObject({ status: 1, said: expect.stringContaining(`process ${town.pid}`) });
      expect(readdirSync(join(folder, "state"))).toEqual(["logs", "town.pid"]);
    } finally {
      town.kill();
    }
  });

  it("leaves a folder alone that is no town's state", () => {
    mkdirSync(join(folder, "state"));
    writeFileSync(join(folder, "state/thesis.txt"), "");
    expect(reset()).toMatchObject({ status: 1, said: expect.stringContaining("left alone") });
    expect(readdirSync(join(folder, "state"))).toEqual(["thesis.txt"]);
  });
});

describe("root commands", () => {
  const bootstrap = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, "scripts/bootstrap.mjs"), ...args],
      {
        encoding: "utf8",
        env: { ...process.env, CI: "true" },
      },
    );
    return { status, said: `${stdout}${stderr}` };
  };

  it("name the commands there are when asked for another", () => {
    expect(bootstrap("fly")).toMatchObject({ status: 1, said: expect.stringContaining("setup") });
  });

  it("hand on what a program says and how it ends", () => {
    const result = bootstrap("exec", "node", "-e", "console.log(6 * 7); process.exit(9)");
    expect(result).toEqual({ status: 9, said: "42\n" });
  });

  it("say that a program was not found", () => {
    expect(bootstrap("exec", "no-such-program")).toMatchObject({
      status: 1,
      said: expect.stringContaining("not found"),
    });
  });
});

describe("npm run lab", () => {
  const lab = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/lab.ts"), ...args], {
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  };

  it("says which labs there are", () => {
    expect(lab("nothing")).toMatchObject({ status: 1, stderr: expect.stringContaining("economy") });
  });

  it("plays the same town for the same seed, and sums to zero at every rate", () => {
    const town = ["economy", "--people", "20", "--years", "1", "--bots", "0"];
    const first = lab(...town);
    expect(first.status, first.stderr).toBe(0);
    expect(first.stdout.match(/^ +[\d.]+ %( +[\d.]+ %){2}( +[\d.]+){2}$/gm)).toHaveLength(5);
    expect(first.stdout).toMatch(/^ +0 % .* 0\.00$/m); // no demurrage and no bots: nothing to give
    expect(lab(...town).stdout).toBe(first.stdout);
    expect(lab(...town, "--seed", "2").stdout).not.toBe(first.stdout);
  });

  it("refuses numbers that make no town", () => {
    expect(lab("economy", "--people", "many")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("10 to 5000"),
    });
  });
});
