import type { HostConfig } from "../config.ts";
import type { Home } from "../home.ts";
import { findModel } from "../model/catalogue.ts";
import { type LoadedModel, loadModel } from "../model/load.ts";
import { type Solution, solve } from "../model/solve.ts";

/** Keeps each bot's model loaded, and runs one request at a time: more would only slow a small machine down. */
export class Engine {
  readonly #home: Home;
  readonly #config: Pick<HostConfig, "gpu" | "threads">;
  readonly #models = new Map<string, Promise<LoadedModel>>();
  #line: Promise<unknown> = Promise.resolve();

  constructor(home: Home, config: Pick<HostConfig, "gpu" | "threads">) {
    this.#home = home;
    this.#config = config;
  }

  /** Loads the weights and checks their hash. */
  load(name: string): Promise<LoadedModel> {
    let model = this.#models.get(name);
    if (model === undefined) {
      const { path, manifest } = findModel(this.#home, name);
      model = loadModel({ path, manifest, gpu: this.#config.gpu === "auto" ? "auto" : false, threads: this.#config.threads });
      model.catch(() => this.#models.delete(name));
      this.#models.set(name, model);
    }
    return model;
  }

  solve(name: string, prompt: string, signal: AbortSignal): Promise<Solution> {
    const run = this.#line.then(async () => solve({ model: await this.load(name), prompt, signal }));
    this.#line = run.catch(() => undefined);
    return run;
  }

  async dispose(): Promise<void> {
    await this.#line;
    for (const model of this.#models.values()) await (await model).dispose();
  }
}
