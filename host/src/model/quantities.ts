/** What a model reads in place of the numbers of its task. */
const names = [..."①②③④⑤⑥⑦⑧⑨"];
const name = /[①-⑨]/g;
const words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/** whole numbers, with or without commas between thousands, and small ones in words; the digits of a decimal stay */
const number = new RegExp(
  String.raw`(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?!\d|[.,]\d)|` +
    `(?<![a-z-])(?:${words.join("|")})(?![a-z]|-[a-z]| (?:hundred|thousand|million))`,
  "gi",
);

export type Named = {
  /** the task with names for its numbers, ① for the first */
  text: string;
  /** the numbers in digits alone, in the order of their names */
  numbers: string[];
};

/** Undefined when there are more numbers than names. */
export function nameNumbers(task: string): Named | undefined {
  const numbers: string[] = [];
  const text = task
    .replaceAll(name, "?")
    .replaceAll(number, (found) => names[numbers.push(digitsOf(found)) - 1] ?? found);
  return numbers.length > names.length ? undefined : { text, numbers };
}

function digitsOf(found: string): string {
  const word = words.indexOf(found.toLowerCase());
  return word < 0 ? found.replaceAll(",", "") : String(word + 2);
}

/** Puts the numbers back. A name that stands for none stays, and no calculator accepts it. */
export function withNumbers(text: string, numbers: readonly string[]): string {
  return text.replaceAll(name, (found) => numbers[names.indexOf(found)] ?? found);
}
