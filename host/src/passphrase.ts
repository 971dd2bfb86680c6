import { readFileSync } from "node:fs";
import { isCancel, password } from "@clack/prompts";
import { HostError } from "./home.ts";

/** From a file (services, tests) or asked for on the terminal. Never from an argument or a variable's own text. */
export async function passphrase(options: { file?: string; message?: string }): Promise<string> {
  const file = options.file ?? process.env.PEERCOMMONS_HOST_PASSPHRASE_FILE;
  if (file !== undefined) {
    try {
      return readFileSync(file, "utf8").replace(/\r?\n$/, "");
    } catch {
      throw new HostError(`The passphrase file ${file} can't be read.`, "Check its path and permissions.");
    }
  }
  if (!process.stdin.isTTY)
    throw new HostError(
      "A passphrase is needed and nobody can be asked.",
      "Give --passphrase-file, or set PEERCOMMONS_HOST_PASSPHRASE_FILE.",
    );
  const answer = await password({ message: options.message ?? "Passphrase of this host's key" });
  if (isCancel(answer)) throw new HostError("No passphrase was given.", "Nothing was changed.");
  return answer;
}
