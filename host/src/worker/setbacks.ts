/** Tasks that failed lately and when they may be tried again: after 2, 4, 8 … seconds, ten minutes at most. */
export class Setbacks {
  readonly #tasks = new Map<string, { count: number; until: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  waiting(taskId: string): boolean {
    return (this.#tasks.get(taskId)?.until ?? 0) > this.#now();
  }

  /** @returns seconds until the next try */
  add(taskId: string): number {
    const count = (this.#tasks.get(taskId)?.count ?? 0) + 1;
    const seconds = Math.min(600, 2 ** count);
    this.#tasks.set(taskId, { count, until: this.#now() + seconds * 1_000 });
    if (this.#tasks.size > 1_000)
      for (const [id, { until }] of this.#tasks) if (until < this.#now()) this.#tasks.delete(id);
    return seconds;
  }
}
