/** One line a step: what is being done, and how long it took. Elapsed time ticks on a terminal. */
export class Progress {
  readonly #quiet: boolean;
  /** Aborted when somebody wants an end: no step is begun after that, and one that says how far it is goes no further. */
  readonly ending: AbortSignal | undefined;

  constructor(options: { quiet?: boolean; ending?: AbortSignal } = {}) {
    this.#quiet = options.quiet ?? false;
    this.ending = options.ending;
  }

  async step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T> {
    this.ending?.throwIfAborted();
    const start = Date.now();
    let note = "";
    const live = !this.#quiet && process.stdout.isTTY;
    const draw = () =>
      live && process.stdout.write(`\r\x1b[2K  … ${title}${note && ` (${note})`} ${seconds(start)}`);
    const timer = setInterval(draw, 500);
    draw();
    try {
      const result = await work((text) => {
        this.ending?.throwIfAborted();
        note = text;
        draw();
      });
      this.#line(live, `  ✓ ${title}${note && ` (${note})`} ${seconds(start)}`);
      return result;
    } catch (error) {
      this.#line(live, `  ✗ ${title} ${seconds(start)}`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  say(text: string): void {
    if (!this.#quiet) console.log(text);
  }

  #line(live: boolean, text: string): void {
    if (this.#quiet) return;
    process.stdout.write(live ? `\r\x1b[2K${text}\n` : `${text}\n`);
  }
}

function seconds(start: number): string {
  return `${((Date.now() - start) / 1_000).toFixed(1)} s`;
}
