// Running things and saying so. Plain JavaScript, as everything in this folder: it must work on Node 20.
import { spawn } from "node:child_process";

/** An end of the road that the user can do something about: what happened, why, what to do. */
export class SetupError extends Error {
  name = "SetupError";
}

/**
 * Runs `work` while showing `label` with the elapsed seconds: on a terminal in place, else a line now and then.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(label, work) {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const terminal = process.stderr.isTTY === true;
  const show = () =>
    process.stderr.write(terminal ? `\r\x1b[2K${label} … ${seconds()} s` : `${label} … ${seconds()} s\n`);
  show();
  const timer = setInterval(show, terminal ? 1000 : 20_000);
  try {
    const result = await work();
    process.stderr.write(`${terminal ? "\r\x1b[2K" : ""}${label}: done in ${seconds()} s\n`);
    return result;
  } catch (error) {
    process.stderr.write(`${terminal ? "\r\x1b[2K" : ""}${label}: failed after ${seconds()} s\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs a command quietly and hands back its exit status and everything it said.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (status) => resolve({ status: status ?? 1, output }));
  });
}

/**
 * Runs a command in the foreground until it ends and hands back its exit status. Ctrl-c reaches the command through
 * the terminal; a signal sent to us alone is passed on, and either way we wait for the command to end by itself.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function runInForeground(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: "inherit" });
    const pass = (signal) => child.kill(signal);
    const wait = () => {
      if (process.stdin.isTTY !== true) child.kill("SIGINT");
    };
    process.on("SIGTERM", pass);
    process.on("SIGHUP", pass);
    process.on("SIGINT", wait);
    child.on("error", reject);
    child.on("close", (status, signal) => {
      process.off("SIGTERM", pass).off("SIGHUP", pass).off("SIGINT", wait);
      resolve(status ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}
