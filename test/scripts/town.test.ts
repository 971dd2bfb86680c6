import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";
import { keepChainState, restoreChainState } from "../../scripts/town/chainState.ts";
import { townConfig } from "../../scripts/town/config.ts";
import { freePort, preflight, runningTown } from "../../scripts/town/preflight.ts";
import { endLeftovers, Supervisor } from "../../scripts/town/processes.ts";

const folder = () => mkdtempSync(join(tmpdir(), "peercommons-town-test-"));
const ports = async () => ({
  chain: await freePort(),
  indexer: await freePort(),
  relayer: await freePort(),
  web: await freePort(),
});
const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe("a chain's state on disk", () => {
  it("is taken from the last whole copy when a kill cut it short", async () => {
    const file = join(folder(), "state.json");
    writeFileSync(file, '{"block":1}');
    const stop = keepChainState(file, 20);
    await expect.poll(() => readFileSync(`${file}.copy`, "utf8")).toBe('{"block":1}');
    stop();
    writeFileSync(file, '{"blo');
    await restoreChainState(file);
    expect(readFileSync(file, "utf8")).toBe('{"block":1}');
  });

  it("keeps a whole copy while the file is being written", async () => {
    const file = join(folder(), "state.json");
    writeFileSync(file, '{"block":1}');
    const stop = keepChainState(file, 20);
    await expect.poll(() => readFileSync(`${file}.copy`, "utf8")).toBe('{"block":1}');
    writeFileSync(file, '{"block":2');
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(readFileSync(`${file}.copy`, "utf8")).toBe('{"block":1}');
    stop();
  });

  it("is refused with the way out when nothing whole is left", async () => {
    const file = join(folder(), "state.json");
    writeFileSync(file, "");
    await expect(restoreChainState(file)).rejects.toThrow("npm run reset");
  });
});

describe("before a town starts", () => {
  it("a busy port is named, with the variable that changes it", async () => {
    const config = townConfig({ state: folder(), ports: await ports() });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(config.ports.relayer, "127.0.0.1", resolve));
    await expect(preflight(config)).rejects.toThrow(/relayer.*PEERCOMMONS_RELAYER_PORT/s);
    await new Promise((resolve) => server.close(resolve));
    await expect(preflight(config)).resolves.toBeUndefined();
  });

  it("a lock left by a process that is gone, or by an unrelated one, does not count", async () => {
    const config = townConfig({ state: folder(), ports: await ports() });
    writeFileSync(config.files.lock, "999999999\n");
    expect(await runningTown(config)).toBeUndefined();
    writeFileSync(config.files.lock, "1\n");
    expect(await runningTown(config)).toBeUndefined();
  });
});

describe("the town's processes", () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill("SIGKILL"));

  it("are asked to end and given the time to write their state", async () => {
    const state = folder();
    const written = join(state, "written");
    const script = `process.on("SIGTERM", () => setTimeout(() => { require("fs").writeFileSync(${JSON.stringify(written)}, "all"); process.exit(0); }, 400)); setInterval(() => {}, 1000); console.log("up")`;
    // a launcher that ends at once when asked, as package wrappers do, and leaves the real program behind
    const launcher = `const c = require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(script)}], { stdio: "inherit" }); setInterval(() => {}, 1000)`;
    const supervisor = new Supervisor(state, () => {});
    const service = supervisor.start({
      name: "slow",
      command: process.execPath,
      args: ["-e", launcher],
      cwd: state,
      env: process.env,
      logs: state,
    });
    await expect.poll(() => readFileSync(service.log, "utf8"), { timeout: 10_000 }).toContain("up");
    await supervisor.stop();
    expect(readFileSync(written, "utf8")).toBe("all");
  }, 30_000);

  it("are ended by the next start after a kill, and nobody else's are", async () => {
    const state = folder();
    const loop = ["-e", "setInterval(() => {}, 1000)"];
    child = spawn(process.execPath, loop, {
      detached: true,
      env: { ...process.env, PEERCOMMONS_STATE: state },
    });
    const other = spawn(process.execPath, loop, { detached: true });
    writeFileSync(join(state, "processes.json"), JSON.stringify([child.pid, other.pid]));
    expect(await endLeftovers(state)).toBe(process.platform === "linux" ? 1 : 0);
    if (process.platform === "linux") await expect.poll(() => alive(child?.pid ?? 0)).toBe(false);
    expect(alive(other.pid ?? 0)).toBe(true);
    other.kill("SIGKILL");
  }, 30_000);
});

describe("a ctrl-c", () => {
  /** A town's command as the root package runs it: a service that takes a while to end, below npm and bootstrap, in one process group. */
  async function below(endsAfter: number) {
    const state = folder();
    const town = (file: string) => JSON.stringify(join(root, "scripts/town", file));
    const slow = `process.on("SIGTERM", () => setTimeout(() => { console.log("written"); process.exit(0); }, ${endsAfter})); setInterval(() => {}, 1000); console.log("up")`;
    const script = join(state, "town.mjs");
    writeFileSync(
      script,
      `import { onInterrupt } from ${town("interrupts.ts")};
       import { killNoted, Supervisor } from ${town("processes.ts")};
       const state = ${JSON.stringify(state)};
       const supervisor = new Supervisor(state, () => {});
       const env = { ...process.env, PEERCOMMONS_STATE: state };
       onInterrupt({
         first: () => { console.log("first"); void supervisor.stop().then(() => { console.log("ended"); process.exit(0); }); },
         again: () => { console.log("again"); killNoted(state); process.exit(130); },
       });
       supervisor.start({ name: "slow", command: process.execPath, args: ["-e", ${JSON.stringify(slow)}], cwd: state, env, logs: state });
       setInterval(() => {}, 1000);`,
    );
    const npm = spawn("npm", ["run", "exec", "--", "node", script], {
      cwd: root,
      env: { ...process.env, CI: "true" },
      detached: true,
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    npm.stdout.on("data", (data) => {
      said += data;
    });
    const log = () => readFileSync(join(state, "slow.log"), "utf8");
    await expect.poll(log, { timeout: 30_000 }).toContain("up");
    const service = JSON.parse(readFileSync(join(state, "processes.json"), "utf8"))[0] as number;
    const group = -(npm.pid ?? Number.NaN);
    return { npm, group, service, log, said: () => said };
  }

  it("in a terminal, which tells the whole group, is one wish: everything ends in order", async () => {
    const { npm, group, service, log, said } = await below(700);
    process.kill(group, "SIGINT");
    await new Promise((resolve) => setTimeout(resolve, 200));
    process.kill(group, "SIGINT"); // a launcher above was slow to pass it on
    await once(npm, "close");
    expect(log()).toContain("written");
    expect(said().match(/first|again|ended/g)).toEqual(["first", "ended"]);
    expect(alive(service)).toBe(false);
  }, 60_000);

  it("pressed again leaves at once, and nothing behind", async () => {
    const { npm, group, service, log, said } = await below(8_000);
    process.kill(group, "SIGINT");
    await expect.poll(said).toContain("first");
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    process.kill(group, "SIGINT");
    await once(npm, "close");
    expect(said().match(/first|again|ended/g)).toEqual(["first", "again"]);
    expect(log()).not.toContain("written");
    await expect.poll(() => alive(service), { timeout: 10_000 }).toBe(false);
  }, 60_000);
});
