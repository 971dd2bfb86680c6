import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TownConfig } from "./config.ts";
import { tail } from "./processes.ts";

/** Runs a program to its end; what it says goes to a log, and is shown when it fails. @throws with the sentence */
export async function runToEnd(
  config: TownConfig,
  options: { name: string; failure: string; args: string[]; cwd: string; env: NodeJS.ProcessEnv },
): Promise<void> {
  await mkdir(config.files.logs, { recursive: true });
  const log = join(config.files.logs, `${options.name}.log`);
  const output: Buffer[] = [];
  const child = spawn(process.execPath, options.args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.on("data", (data: Buffer) => output.push(data));
  child.stderr.on("data", (data: Buffer) => output.push(data));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("exit", resolve).once("error", reject),
  );
  await writeFile(log, Buffer.concat(output));
  if (code !== 0)
    throw new Error(`${options.failure} (exit ${code}).\n${tail(log, 20)}\nThe whole log: ${log}`);
}
