import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { createModelDownloader, readGgufFileInfo } from "node-llama-cpp";
import { type Home, HostError } from "../home.ts";
import type { InstalledModel, Manifest } from "./catalogue.ts";

export type PullOptions = {
  home: Pick<Home, "models">;
  /** http(s) address of a GGUF file, or `hf:user/repo:quant` */
  source: string;
  /** refuses any other file; without it the hash found is recorded and shown */
  sha256?: string;
  name?: string;
  licence?: string;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
};

/** Downloads a model: resumes what was begun, checks room, size and hash, and only then installs it. */
export async function pullModel(options: PullOptions): Promise<InstalledModel> {
  const { home, source } = options;
  const name = options.name ?? modelName(source);
  const path = join(home.models, `${name}.gguf`);
  const part = `${name}.gguf.part`;
  await probe(source);
  const downloader = await createModelDownloader({
    modelUri: source,
    dirPath: home.models,
    fileName: part,
    showCliProgress: false,
    deleteTempFileOnCancel: false,
    skipExisting: false,
    onProgress: ({ downloadedSize, totalSize }) => options.onProgress?.(downloadedSize, totalSize),
  }).catch((error: unknown) => {
    throw new HostError(
      `${source} can't be reached: ${reason(error)}.`,
      "Check the address and your connection; what was downloaded is kept and resumed.",
    );
  });
  const free = await freeBytes(home.models);
  if (downloader.totalSize > free)
    throw new HostError(
      `The model has ${mebibytes(downloader.totalSize)}, and only ${mebibytes(free)} are free in ${home.models}.`,
      "Free some space or move the host's folder with --home.",
    );
  const downloaded = await downloader.download({ signal: options.signal }).catch((error: unknown) => {
    throw new HostError(
      `The download stopped: ${reason(error)}.`,
      "Run the same command again; it goes on where it stopped.",
    );
  });
  const sha256 = await sha256Of(downloaded);
  if (options.sha256 !== undefined && options.sha256.toLowerCase() !== sha256) {
    await rm(downloaded, { force: true });
    throw new HostError(
      `The file's sha-256 is ${sha256}, expected ${options.sha256}.`,
      "It was removed. Check the address, or ask who published the hash.",
    );
  }
  await readGgufFileInfo(downloaded, { readTensorInfo: false, logWarnings: false }).catch(async () => {
    await rm(downloaded, { force: true });
    throw new HostError(
      `${source} is not a GGUF model file.`,
      "It was removed. Give the address of a .gguf file.",
    );
  });
  await rename(downloaded, path);
  const manifest: Manifest = {
    name,
    file: basename(path),
    sha256,
    size: (await stat(path)).size,
    licence: options.licence ?? "unknown",
    source,
  };
  await writeFile(join(home.models, `${name}.json`), `${JSON.stringify(manifest, null, 2)}\n`);
  return { manifest, path, shipped: false };
}

/** The downloader tries again for long; a wrong address is better said at once. */
async function probe(source: string): Promise<void> {
  if (!/^https?:/.test(source)) return;
  const response = await fetch(source, { method: "HEAD", signal: AbortSignal.timeout(20_000) }).catch(
    (error: unknown) => {
      throw new HostError(
        `${source} can't be reached: ${reason(error)}.`,
        "Check the address and your connection.",
      );
    },
  );
  if ([401, 403, 404, 410].includes(response.status))
    throw new HostError(
      `${source} answers ${response.status}: there is no such file, or not for everyone.`,
      "Check the address.",
    );
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

export function modelName(source: string): string {
  const last =
    source.split(/[/?#]/).filter((part) => part.toLowerCase().includes(".gguf"))[0] ??
    source.replace(/^hf:/, "").replaceAll(/[/:]/g, "-");
  const name = last
    .toLowerCase()
    .replace(/\.gguf.*$/, "")
    .replaceAll(/[^a-z0-9.-]/g, "-")
    .replace(/^[^a-z0-9]+/, "")
    .slice(0, 64);
  if (name === "")
    throw new HostError(
      `"${source}" names no file.`,
      "Give the address of a .gguf file, or a name with --name.",
    );
  return name;
}

async function freeBytes(folder: string): Promise<number> {
  const disk = await statfs(folder);
  return disk.bavail * disk.bsize;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(0)} MiB`;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
