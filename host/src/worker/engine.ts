import type { LlamaModel } from "node-llama-cpp";
import type { HostConfig } from "../config.ts";
import type { Home } from "../home.ts";
import { findModel, type Manifest } from "../model/catalogue.ts";
import { loadModel } from "../model/load.ts";
import { type Solution, solve } from "../model/solve.ts";

type Loaded = { model: LlamaModel; manifest: Manifest };

/** Keeps each bot's model loaded, and runs one request at a time: more would only slow a small machine down. */
export class Engine {
  readonly #home: Home;
  readonly #config: Pick<HostConfig, "gpu">;
  readonly #models = new Map<string, Promise<Loaded>>();
  #line: Promise<unknown> = Promise.resolve();

  constructor(home: Home, config: Pick<HostConfig, "gpu">) {
    this.#home = home;
    this.#config = config;
  }

  /** Loads the weights and checks their hash. */
  load(name: string): Promise<Loaded> {
    let model = this.#models.get(name);
    if (model === undefined) {
      const { path, manifest } = findModel(this.#home, name);
      const gpu = this.#config.gpu === "auto" ? "auto" : false;
      model = loadModel({ path, sha256: manifest.sha256, size: manifest.size, gpu }).then((loaded) => ({
        model: loaded,
        manifest,
      }));
      model.catch(() => this.#models.delete(name));
      this.#models.set(name, model);
    }
    return model;
  }

  solve(name: string, prompt: string, signal: AbortSignal): Promise<Solution> {
    const run = this.#line.then(async () => solve({ ...(await this.load(name)), prompt, signal }));
    this.#line = run.catch(() => undefined);
    return run;
  }

  async dispose(): Promise<void> {
    await this.#line;
    for (const model of this.#models.values()) await (await model).model.dispose();
  }
}
