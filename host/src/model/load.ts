import { statSync } from "node:fs";
import { getLlama, type LlamaModel } from "node-llama-cpp";
import { HostError } from "../home.ts";
import { sha256Of } from "./pull.ts";

export type LoadOptions = {
  path: string;
  /** refuses a file with another hash, lower-case hex */
  sha256?: string;
  /** refuses a file of another size, bytes */
  size?: number;
  /** default false, the processor alone: deterministic, and fast enough for small models */
  gpu?: "auto" | false;
};

/**
 * Loads a GGUF model after checking that it is the file its manifest names.
 * Throws {@link HostError} when the file is missing, differs, or is no model. Dispose of the model after use.
 */
export async function loadModel(options: LoadOptions): Promise<LlamaModel> {
  const { path } = options;
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined)
    throw new HostError(`There is no model at ${path}.`, "Pull it again, or correct the path.");
  if (options.size !== undefined && options.size !== size)
    throw new HostError(
      `The model ${path} has ${size} bytes, expected ${options.size}.`,
      "The file was cut short or changed: pull it again.",
    );
  if (options.sha256 !== undefined) {
    const found = await sha256Of(path);
    if (found !== options.sha256)
      throw new HostError(
        `The model ${path} has the sha-256 ${found}, expected ${options.sha256}.`,
        "It is not the file its manifest names: pull it again.",
      );
  }
  // two threads on a shared machine are slower than one by two orders of magnitude
  const llama = await getLlama({ gpu: options.gpu ?? false, build: "never", maxThreads: 1 }).catch(
    (error: unknown) => {
      throw new HostError(
        `The inference library can't start: ${reason(error)}.`,
        "Install the packages again on this machine.",
      );
    },
  );
  return llama.loadModel({ modelPath: path }).catch((error: unknown) => {
    throw new HostError(
      `${path} can't be loaded as a model: ${reason(error)}.`,
      "Is it a GGUF file? Pull it again.",
    );
  });
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
