// What a benchmark writes. Pure.

export type Figure = { name: string; value: number; unit: string; budget?: number; baseline?: number };

/** Reads what the benchmark `bench` wrote; throws a sentence naming it when that is not a list of figures. */
export function figuresOf(bench: string, text: string): Figure[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list))
    throw new Error(`The benchmark "${bench}" wrote something other than a list of figures.`);
  return list.map((figure: Partial<Figure>) => {
    const { name, value, unit, budget, baseline } = figure;
    const numbers = [value, budget ?? 0, baseline ?? 0];
    if (typeof name !== "string" || typeof unit !== "string" || !numbers.every(Number.isFinite))
      throw new Error(
        `The benchmark "${bench}" wrote a figure that lacks a name, a unit or a number: ${JSON.stringify(figure)}`,
      );
    return figure as Figure;
  });
}
