import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Home, HostError } from "../home.ts";

/** What the host must know of a model beside its weights. Lies next to the GGUF file, same name, `.json`. */
export const manifestSchema = z.looseObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/),
  file: z.string().optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().positive(),
  licence: z.string(),
  description: z.string().optional(),
  /** where `models pull` fetched it from */
  source: z.string().optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type InstalledModel = { manifest: Manifest; path: string; shipped: boolean };

const shipped = resolve(import.meta.dirname, "..", "..", "models");

/** Models in the host's folder and the ones that ship with it; the owner's win by name. */
export function installedModels(home: Pick<Home, "models">): InstalledModel[] {
  const models = new Map<string, InstalledModel>();
  for (const [folder, isShipped] of [
    [shipped, true],
    [home.models, false],
  ] as const) {
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
      const model = readModel(join(folder, file), isShipped);
      models.set(model.manifest.name, model);
    }
  }
  return [...models.values()].sort((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1));
}

export function findModel(home: Pick<Home, "models">, name: string): InstalledModel {
  const model = installedModels(home).find(({ manifest }) => manifest.name === name);
  if (model === undefined)
    throw new HostError(
      `No model named "${name}" is installed.`,
      "See `peercommons host models`, or fetch one with `peercommons host models pull URL`.",
    );
  if (!existsSync(model.path))
    throw new HostError(`The weights of "${name}" are missing at ${model.path}.`, "Pull the model again.");
  const { size } = statSync(model.path);
  if (size !== model.manifest.size)
    throw new HostError(
      `The weights of "${name}" have ${size} bytes, the manifest says ${model.manifest.size}.`,
      "The download was cut short or changed: pull it again.",
    );
  return model;
}

function readModel(path: string, isShipped: boolean): InstalledModel {
  const result = manifestSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!result.success)
    throw new HostError(
      `The model manifest ${path} is not valid: ${result.error.issues[0]?.path.join(".")} ${result.error.issues[0]?.message}.`,
      "Correct or remove it.",
    );
  const manifest = result.data;
  return { manifest, path: join(path, "..", manifest.file ?? `${manifest.name}.gguf`), shipped: isShipped };
}
